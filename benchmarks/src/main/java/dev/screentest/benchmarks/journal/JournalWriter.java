package dev.screentest.benchmarks.journal;

import dev.screentest.benchmarks.result.JournalEntry;
import dev.screentest.benchmarks.result.RunHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends to the journal of a run. An entry is with the operating system when {@link #append}
 * returns, so that it outlives this process, and on the disk after {@link #force}.
 */
public final class JournalWriter implements AutoCloseable {

  private static final byte LINE_END = '\n';

  private final FileChannel channel;

  private JournalWriter(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Begins the journal of a new run.
   *
   * @throws FileAlreadyExistsException if the folder has one
   */
  public static JournalWriter begin(Path folder, RunHeader header) throws IOException {
    JournalWriter writer =
        new JournalWriter(
            FileChannel.open(
                folder.resolve(JournalFormat.FILE),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE));
    writer.append(header);
    writer.force();
    return writer;
  }

  /** Goes on with a journal that {@link JournalReader} can read. A torn last line is cut off. */
  public static JournalWriter goOn(Path folder) throws IOException {
    Path file = folder.resolve(JournalFormat.FILE);
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != LINE_END) {
      length--;
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    String last = new String(bytes, length, bytes.length - length, StandardCharsets.UTF_8);
    JournalWriter writer = new JournalWriter(channel);
    if (JournalFormat.isEntry(last)) {
      // Only its end was torn off, and whoever read it counts it.
      channel.position(bytes.length);
      writer.write(new byte[] {LINE_END});
    } else {
      channel.truncate(length);
      channel.position(length);
    }
    return writer;
  }

  /** Appends an entry. */
  public synchronized void append(JournalEntry entry) throws IOException {
    write((JournalFormat.line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Waits until all entries are on the disk. For moments when nobody measures. */
  public synchronized void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
