package dev.screentest.benchmarks.result;

/** A cell that its variant declares it cannot do, and why. */
public record LeftOut(CellId cell, String reason) implements JournalEntry {}
