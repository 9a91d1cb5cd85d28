package dev.screentest.testbed.meter;

import java.util.Set;
import java.util.regex.Pattern;

/** What a statement is for, told from its text. Declared by weight, lightest first. */
enum StatementKind {
  VALIDATION,
  TRANSACTION_CONTROL,
  ID_BLOCK,
  WORK;

  private static final Set<String> CONTROL_WORDS =
      Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE");

  private static final Set<String> SETTING_SCOPES = Set.of("SESSION", "LOCAL");

  private static final Pattern NEXTVAL =
      Pattern.compile("\\bnextval\\s*\\(", Pattern.CASE_INSENSITIVE);

  /** {@code SET TRANSACTION …} and {@code SET SESSION CHARACTERISTICS AS TRANSACTION …}. */
  private static final Set<String> CONTROL_SETTINGS = Set.of("TRANSACTION", "CHARACTERISTICS");

  static StatementKind of(String sql) {
    SqlWords words = new SqlWords(sql);
    String first = words.next();
    if (first.isEmpty()) {
      return words.atEnd() ? VALIDATION : WORK;
    }
    if (CONTROL_WORDS.contains(first)) {
      return TRANSACTION_CONTROL;
    }
    if (first.equals("SET")) {
      String second = words.next();
      String telling = SETTING_SCOPES.contains(second) ? words.next() : second;
      return CONTROL_SETTINGS.contains(telling) ? TRANSACTION_CONTROL : WORK;
    }
    if (first.equals("PREPARE") && words.next().equals("TRANSACTION")) {
      return TRANSACTION_CONTROL;
    }
    // An INSERT with a nextval inside does work; only a SELECT of nothing else takes ids.
    boolean takesIds = first.equals("SELECT") && NEXTVAL.matcher(sql).find();
    return takesIds ? ID_BLOCK : WORK;
  }
}
