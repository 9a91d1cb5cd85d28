package dev.screentest.benchmarks.pool;

/**
 * A cell without a result, in one fork.
 *
 * @param reason why
 */
public record CellFailure(Entrant entrant, int round, Cell cell, String reason)
    implements PoolEntry {}
