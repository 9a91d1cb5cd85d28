package dev.screentest.testbed.meter;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a server says that it did.
 *
 * <p>A statement counts once when it has ended well: one that failed is missing, a cursor counts
 * once however often it was fetched from, and an empty statement is none. What is no query (BEGIN,
 * COMMIT, SET) counts once for each time that it was prepared, so less often than it ran. Rows are
 * those that a query returned or a change wrote; before version 16 a cursor's are those of its last
 * fetch alone.
 *
 * <p>Statements are told apart by user and database. Before version 18 the same text on tables of
 * two schemas makes two statements, since then one: what others of the same user do meanwhile is in
 * here. On servers that we start only metered sessions are counted at all.
 *
 * @param all the statements that ran, with how often
 * @param commits transactions of the whole database that were committed, those of single statements
 *     outside of any transaction included; more than ours where others work in it
 * @param rollbacks transactions of the whole database that were rolled back
 */
public record ServerCounts(List<ServerStatement> all, long commits, long rollbacks)
    implements ServerAnswer {

  /** Copies the list. */
  public ServerCounts {
    all = List.copyOf(all);
  }

  /** Statements that do the caller's work. */
  public long statements() {
    return sum(StatementKind.WORK, ServerStatement::calls);
  }

  /** BEGIN, COMMIT, ROLLBACK, savepoints, SET TRANSACTION and the like. */
  public long transactionControl() {
    return sum(StatementKind.TRANSACTION_CONTROL, ServerStatement::calls);
  }

  /** Statements that take ids from a sequence and nothing else. */
  public long idBlocks() {
    return sum(StatementKind.ID_BLOCK, ServerStatement::calls);
  }

  /** Rows that statements of work returned or wrote. */
  public long rows() {
    return sum(StatementKind.WORK, ServerStatement::rows);
  }

  private long sum(StatementKind kind, ToLongFunction<ServerStatement> count) {
    return all.stream().filter(one -> one.kind() == kind).mapToLong(count).sum();
  }

  /**
   * Where this cannot be true together with what passed on the wire of the same work; empty when
   * both agree.
   *
   * <p>Statements of work, blocks of ids and rows must be as many; fewer after errors, since
   * nothing tells which ones failed or were skipped behind one that did, and fewer rows after a
   * cursor. Transaction control may be less and transactions more, for the reasons above.
   */
  public Optional<String> disagreement(WireCounts wire) {
    boolean isExact = wire.errors() == 0;
    long sent = wire.statements() - wire.continuations();
    if (!agree(statements(), sent, isExact)) {
      return differ("statements", statements(), sent);
    }
    if (!agree(idBlocks(), wire.idBlocks(), isExact)) {
      return differ("blocks of ids", idBlocks(), wire.idBlocks());
    }
    if (!agree(allRows(), wire.rowsProcessed(), isExact && wire.continuations() == 0)) {
      return differ("rows", allRows(), wire.rowsProcessed());
    }
    if (transactionControl() > wire.transactionControl()) {
      return differ("transaction control", transactionControl(), wire.transactionControl());
    }
    if (commits < wire.commits() || commits + rollbacks < wire.transactions()) {
      return differ("transactions", commits + rollbacks, wire.transactions());
    }
    return Optional.empty();
  }

  private static boolean agree(long server, long wire, boolean isExact) {
    return isExact ? server == wire : server <= wire;
  }

  /** Those in which ids come, too. */
  private long allRows() {
    return all.stream().mapToLong(ServerStatement::rows).sum();
  }

  private static Optional<String> differ(String what, long server, long wire) {
    return Optional.of("%s: %d on the server, %d on the wire".formatted(what, server, wire));
  }
}
