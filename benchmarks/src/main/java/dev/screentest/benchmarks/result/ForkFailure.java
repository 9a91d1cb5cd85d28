package dev.screentest.benchmarks.result;

/** A fork died, hung or threw, which ends its cell. */
public record ForkFailure(CellId cell, int round, String reason) implements JournalEntry {}
