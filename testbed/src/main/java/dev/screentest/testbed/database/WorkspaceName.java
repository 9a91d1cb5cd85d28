package dev.screentest.testbed.database;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of a schema of ours, such as {@code screentest_0f3a91c2b4d5}.
 *
 * @param text the schema's name, which needs no quotes
 */
record WorkspaceName(String text) {
  /** As a regular expression of PostgreSQL and of Java alike. */
  static final String PATTERN = "^screentest_[0-9a-f]{12}$";

  private static final Pattern FORM = Pattern.compile(PATTERN);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PREFIX = "screentest_";

  /** Tells our advisory locks from everybody else's. */
  static final int LOCK_CLASS = 0x5C7EE4;

  WorkspaceName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("Not the name of a workspace: " + text);
    }
  }

  static WorkspaceName random() {
    byte[] bytes = new byte[6];
    RANDOM.nextBytes(bytes);
    return new WorkspaceName(PREFIX + HexFormat.of().formatHex(bytes));
  }

  /** The number of the advisory lock that its living owner holds. */
  int lockNumber() {
    return Integer.parseUnsignedInt(text, PREFIX.length(), PREFIX.length() + 8, 16);
  }
}
