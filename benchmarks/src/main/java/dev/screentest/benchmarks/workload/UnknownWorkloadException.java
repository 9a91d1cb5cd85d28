package dev.screentest.benchmarks.workload;

/** There is no workload of a name; the message lists those that there are. */
public final class UnknownWorkloadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownWorkloadException(String message) {
    super(message);
  }
}
