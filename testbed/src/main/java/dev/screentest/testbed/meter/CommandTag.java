package dev.screentest.testbed.meter;

/**
 * The server's word for what it has done, such as {@code INSERT 0 5} or {@code COMMIT}.
 *
 * @param text as the server sent it
 */
record CommandTag(String text) {

  boolean isCommit() {
    return text.equals("COMMIT");
  }

  boolean isRollback() {
    return text.equals("ROLLBACK");
  }

  /** Whether the rows that were sent are all that it did. */
  boolean isQuery() {
    return text.startsWith("SELECT ") || text.startsWith("FETCH ");
  }

  /** Rows written; a SELECT names the rows that it returned, which are none of these. */
  long rowsAffected() {
    int space = text.indexOf(' ');
    if (space < 0) {
      return 0;
    }
    return switch (text.substring(0, space)) {
      case "INSERT", "UPDATE", "DELETE", "MERGE", "COPY" ->
          Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
      default -> 0;
    };
  }
}
