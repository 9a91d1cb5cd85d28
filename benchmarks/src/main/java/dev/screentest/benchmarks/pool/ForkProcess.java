package dev.screentest.benchmarks.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.screentest.benchmarks.stage.ForkJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A JVM that plays cells, as whoever started it sees it. */
final class ForkProcess implements AutoCloseable {

  private static final Duration TIME_TO_END = Duration.ofSeconds(20);

  /** Stands for the end of its output, which no line is. */
  private static final String END = "";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread errors;
  private volatile String lastError = "";

  private ForkProcess(Process process, Consumer<String> log) {
    this.process = process;
    reader("screentest-fork-output", process.getInputStream(), this::add, () -> lines.add(END));
    this.errors =
        reader(
            "screentest-fork-errors",
            process.getErrorStream(),
            line -> {
              lastError = line.isBlank() || isFrame(line) ? lastError : line.strip();
              log.accept(line);
            },
            () -> {});
  }

  /**
   * Starts a fork, which finds the database in the environment that it inherits.
   *
   * @param arguments what tells its JVM of the build of the contestant
   * @param log gets each line that it writes to standard error
   */
  static ForkProcess start(Jvm jvm, List<String> arguments, Order order, Consumer<String> log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jvm.java().toString());
    command.addAll(ForkJvm.QUIET_OUTPUT);
    command.addAll(jvm.arguments());
    command.add(ForkJvm.ON_OTHER_SYSTEMS);
    command.addAll(ForkJvm.arguments());
    command.addAll(arguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PoolFork.class.getName());
    Process process = new ProcessBuilder(command).start();
    try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write(PoolJournal.order(order) + "\n");
    } catch (IOException e) {
      // It ended before it read that, and its exit code and last words say why.
      log.accept("the fork did not take its order: " + e.getMessage());
    }
    return new ForkProcess(process, log);
  }

  private static boolean isFrame(String line) {
    return line.startsWith("\t");
  }

  private void add(String line) {
    if (!line.isBlank()) {
      lines.add(line);
    }
  }

  private static Thread reader(
      String name, InputStream stream, Consumer<String> each, Runnable atEnd) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader reader =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(each);
              } catch (IOException | UncheckedIOException e) {
                // The process was ended; what it wrote before has been read.
              } finally {
                atEnd.run();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /**
   * Waits for its next entry; empty when it has ended.
   *
   * @throws ForkLostException if none comes for so long, or something else
   */
  Optional<PoolEntry> next(Duration patience) throws InterruptedException, ForkLostException {
    String line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) {
      throw new ForkLostException("the fork said nothing for " + patience.toSeconds() + " s");
    }
    if (line.equals(END)) {
      return Optional.empty();
    }
    try {
      return Optional.of(PoolJournal.entry(line));
    } catch (JsonProcessingException e) {
      throw new ForkLostException("the fork wrote what is no entry: " + line);
    }
  }

  /**
   * Waits for its end.
   *
   * @throws ForkLostException if it does not end, or not well
   */
  void awaitEnd() throws InterruptedException, ForkLostException {
    if (!process.waitFor(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new ForkLostException("the fork did not end");
    }
    errors.join(TIME_TO_END.toMillis());
    if (process.exitValue() != 0) {
      throw new ForkLostException(
          "the fork ended with exit code %d%s"
              .formatted(process.exitValue(), lastError.isEmpty() ? "" : ": " + lastError));
    }
  }

  /** Ends it, whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
