package dev.screentest.benchmarks.workload;

/** An implementation gave another answer than the generator of the data; the message says where. */
public final class WrongAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongAnswerException(String message) {
    super(message);
  }
}
