package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock that JMH takes, held for a whole run. JMH itself would take it for each fork anew, so
 * that another benchmark could begin between two of ours.
 */
public final class MachineLock implements AutoCloseable {

  /** JMH's own file, under its own name: whoever uses JMH respects it. */
  private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");

  /** Read once, when JMH's runner is loaded. */
  private static final String IGNORED_BY_JMH = "jmh.ignoreLock";

  private final FileChannel channel;

  private MachineLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws MachineBusyException if another process has it
   */
  public static MachineLock acquire() throws IOException, MachineBusyException {
    return acquire(FILE);
  }

  static MachineLock acquire(Path file) throws IOException, MachineBusyException {
    if (file.toFile().createNewFile()) {
      // As JMH does, so that other users of this machine can take it, too.
      file.toFile().setWritable(true, false);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new MachineBusyException(file);
    }
    System.setProperty(IGNORED_BY_JMH, "true");
    return new MachineLock(channel);
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
