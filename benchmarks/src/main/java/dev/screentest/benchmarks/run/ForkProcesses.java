package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.baton.ForkEnder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes of forks. Their line to the host is cut already, which tells them to end. */
final class ForkProcesses implements ForkEnder {

  /** Time enough to drop a schema. */
  private static final Duration ORDERLY = Duration.ofSeconds(10);

  @Override
  public void end(Path invitation, long pid) throws InterruptedException {
    Optional<ProcessHandle> named = pid == 0 ? Optional.empty() : ProcessHandle.of(pid);
    List<ProcessHandle> processes = pid == 0 ? started(invitation) : named.stream().toList();
    for (ProcessHandle process : processes) {
      try {
        process.onExit().get(ORDERLY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        process.destroyForcibly();
        awaitEnd(process);
      }
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().join();
    } catch (CompletionException e) {
      // The system does not tell of its end; it was killed all the same.
    }
  }

  /** A fork that never came says by its arguments which one it is. */
  private static List<ProcessHandle> started(Path invitation) {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process.info().arguments().stream()
                    .flatMap(Arrays::stream)
                    .anyMatch(argument -> argument.endsWith(invitation.toString())))
        .toList();
  }
}
