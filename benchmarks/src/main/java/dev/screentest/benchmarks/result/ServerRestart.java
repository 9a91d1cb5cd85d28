package dev.screentest.benchmarks.result;

/**
 * The server was started anew.
 *
 * @param round before which one, counted from 1
 */
public record ServerRestart(int round) implements JournalEntry {}
