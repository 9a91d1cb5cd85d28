package dev.screentest.benchmarks.load;

import java.util.Arrays;

/** Every single unit of work of a thread: when it was due, and how long it took from then. */
final class Trace {

  private long[] due = new long[1024];
  private long[] latency = new long[1024];
  private int size;

  void add(long dueNanos, long latencyNanos) {
    if (size == due.length) {
      due = Arrays.copyOf(due, 2 * size);
      latency = Arrays.copyOf(latency, 2 * size);
    }
    due[size] = dueNanos;
    latency[size] = latencyNanos;
    size++;
  }

  int size() {
    return size;
  }

  long due(int index) {
    return due[index];
  }

  long latency(int index) {
    return latency[index];
  }
}
