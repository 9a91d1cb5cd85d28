package dev.screentest.benchmarks.report;

/** One contestant in one workload. */
public record Row(String workload, String contestant, Outcome outcome) {}
