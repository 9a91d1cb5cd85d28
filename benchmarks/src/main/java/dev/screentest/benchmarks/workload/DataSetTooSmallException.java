package dev.screentest.benchmarks.workload;

/** A data set cannot serve a workload; the message names what it lacks and which one can. */
public final class DataSetTooSmallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DataSetTooSmallException(String message) {
    super(message);
  }
}
