package dev.screentest.testbed.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server's counters at one moment.
 *
 * @param statements by the server's number for each normalised statement
 * @param commits of the whole database
 * @param rollbacks of the whole database
 * @param ownCommits those of the session that asks, as far as they are in {@code commits}
 * @param era changes when counters were reset or thrown out
 */
record ServerSnapshot(
    Map<Long, ServerStatement> statements,
    long commits,
    long rollbacks,
    long ownCommits,
    String era) {

  /**
   * What happened since an earlier snapshot.
   *
   * @param commitsOfOurs transactions in between that belong to nobody's work
   */
  ServerAnswer since(ServerSnapshot earlier, long commitsOfOurs) {
    if (!era.equals(earlier.era)) {
      return new ServerAnswer.WireAlone(
          "The server forgot statements while they were counted: pg_stat_statements.max is too low,"
              + " or somebody reset it.");
    }
    List<ServerStatement> ran = new ArrayList<>();
    statements.forEach(
        (id, now) -> {
          ServerStatement before =
              earlier.statements.getOrDefault(id, new ServerStatement(now.sql(), 0, 0));
          if (now.calls() > before.calls()) {
            ran.add(
                new ServerStatement(
                    now.sql(), now.calls() - before.calls(), now.rows() - before.rows()));
          }
        });
    return new ServerCounts(
        ran,
        commits - earlier.commits - (ownCommits - earlier.ownCommits) - commitsOfOurs,
        rollbacks - earlier.rollbacks);
  }
}
