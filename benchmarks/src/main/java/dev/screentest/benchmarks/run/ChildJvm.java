package dev.screentest.benchmarks.run;

import dev.screentest.testbed.database.Database;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A JVM that runs a main class of this program and finds the database in its environment.
 *
 * <p>JMH's forks inherit the environment of the JVM that starts them, which cannot change its own.
 * The password must reach them that way, for JMH writes arguments and parameters into its results.
 * So the JVM that holds the server stays outside, and a child of it measures.
 */
public final class ChildJvm {

  /** Tells a child that it is one, and what kind of server it got. */
  private static final String SERVER_KIND = "screentest.server.kind";

  /** Time enough to drop schemas. */
  private static final long SECONDS_TO_END = 20;

  /** Forks get the same signal, and may notice it earlier. */
  private static final long MILLIS_TO_NOTICE = 500;

  private static final CountDownLatch ENDING = new CountDownLatch(1);

  private ChildJvm() {}

  /** Returns what kind of server the parent of this JVM holds; empty when this is no child. */
  public static Optional<String> serverKind() {
    return Optional.ofNullable(System.getProperty(SERVER_KIND));
  }

  /**
   * Runs a child and waits for it. It writes to where this JVM writes, and ends when this JVM does.
   *
   * @return the exit code of the child
   */
  public static int run(Database database, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    if (!database.canRestart()) {
      return run(database, Map.of(), mainClass, arguments);
    }
    try (ServerDesk desk = ServerDesk.open(database::restart)) {
      return run(database, desk.environment(), mainClass, arguments);
    }
  }

  private static int run(
      Database database, Map<String, String> environment, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command(database.server().kind(), mainClass, arguments)).inheritIO();
    builder.environment().putAll(database.childEnvironment());
    builder.environment().putAll(environment);
    Process child = builder.start();
    Thread atExit = new Thread(() -> end(List.of(child.toHandle())), "screentest-child-end");
    Runtime.getRuntime().addShutdownHook(atExit);
    int exitCode = child.waitFor();
    if (!hasBegun(atExit)) {
      return exitCode;
    }
    // The hooks decide how this JVM ends.
    atExit.join();
    return exitCode;
  }

  /** Returns what starts the server of this JVM, a child, anew; empty where nobody can. */
  public static Optional<FreshServers.Restart> serverRestart() {
    Map<String, String> environment = System.getenv();
    return ServerDesk.isOpenFor(environment)
        ? Optional.of(() -> ServerDesk.restartServer(environment))
        : Optional.empty();
  }

  private static boolean hasBegun(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Lets this JVM, a child, end with its parent, and its own children with it. */
  public static void endWithParent() {
    Runtime.getRuntime().addShutdownHook(new Thread(ChildJvm::endForks, "screentest-forks-end"));
    ProcessHandle.current().parent().ifPresent(ChildJvm::endWith);
  }

  /**
   * Finds out whether this JVM ends, so that a fork that fails now tells nothing.
   *
   * @throws CancellationException if it does
   */
  static void throwIfEnding() throws InterruptedException {
    if (ENDING.await(MILLIS_TO_NOTICE, TimeUnit.MILLISECONDS)) {
      throw new CancellationException("the run was broken off");
    }
  }

  private static void endForks() {
    ENDING.countDown();
    end(ProcessHandle.current().descendants().toList());
  }

  private static void endWith(ProcessHandle parent) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              System.exit(1);
            },
            "screentest-parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void end(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
    for (ProcessHandle process : processes) {
      try {
        process.onExit().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      } catch (ExecutionException | TimeoutException e) {
        process.destroyForcibly();
      }
    }
  }

  private static List<String> command(String kind, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.add("-D" + SERVER_KIND + "=" + kind);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
