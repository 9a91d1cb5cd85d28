package dev.screentest.benchmarks.result;

/**
 * A JVM begins with a cell's round. What the journal held of that cell and round before belongs to
 * an attempt that was broken off, and does not count.
 *
 * @param round counted from 1
 * @param slot the start order, port, schema and backend that the fork has
 */
public record ForkStart(CellId cell, int round, int slot) implements JournalEntry {}
