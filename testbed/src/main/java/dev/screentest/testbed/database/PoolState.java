package dev.screentest.testbed.database;

/**
 * A pool at one moment.
 *
 * @param active connections that somebody has borrowed
 * @param idle connections that wait for a borrower
 * @param total connections that are open
 * @param waiting threads that wait for a connection; {@link #UNTOLD} from Vibur DBCP
 */
public record PoolState(int active, int idle, int total, int waiting) {

  /** Stands for what a library does not tell. */
  public static final int UNTOLD = -1;
}
