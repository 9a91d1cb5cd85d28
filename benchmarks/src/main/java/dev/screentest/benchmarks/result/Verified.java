package dev.screentest.benchmarks.result;

import dev.screentest.benchmarks.verify.Cost;

/** A cell's answers are right and its promises kept, at this cost; it may be timed. */
public record Verified(CellId cell, Cost cost) implements JournalEntry {}
