package dev.screentest.benchmarks.load;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;

/** The kinds of thread that Java has. */
public enum ThreadKind {
  /** A thread of the operating system. */
  PLATFORM {
    @Override
    public void start(String name, Runnable work) {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      thread.start();
    }
  },

  /** One of many on few threads of the operating system, from JDK 21 on. */
  VIRTUAL {
    @Override
    public void start(String name, Runnable work) {
      try {
        // Compiled for JDK 17, which has no such method.
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
      } catch (NoSuchMethodException | IllegalAccessException e) {
        throw new UnsupportedOperationException(
            "virtual threads need JDK 21 or later, and this is " + Runtime.version(), e);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException("a virtual thread could not be started", e);
      }
    }
  };

  /**
   * Starts a thread for which the JVM does not wait.
   *
   * @param name of the thread; virtual ones have none
   * @throws UnsupportedOperationException if this JVM has no such threads
   */
  public abstract void start(String name, Runnable work);

  /** Returns the name by which users choose it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
