package dev.screentest.benchmarks.result;

/** A cell that did not pass verification, and why; it is not timed. */
public record Refused(CellId cell, String reason) implements JournalEntry {}
