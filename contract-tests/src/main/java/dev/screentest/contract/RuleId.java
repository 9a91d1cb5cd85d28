package dev.screentest.contract;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a rule, such as {@code SAVE-3}, as a test's name begins with it: {@code save_3_…}.
 *
 * @param group the group's short name, in capitals
 * @param number the number in the group, from 1
 */
record RuleId(String group, int number) {

  private static final Pattern METHOD = Pattern.compile("([a-z]+)_([0-9]+)_([a-z]\\w*)");

  /**
   * Returns the rule that a test is for.
   *
   * @throws IllegalArgumentException if its name has no number
   */
  static RuleId of(Method test) {
    Matcher matcher = matcher(test);
    return new RuleId(
        matcher.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(matcher.group(2)));
  }

  /** Returns what a test's name says after the number, in words. */
  static String words(Method test) {
    return matcher(test).group(3).replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static Matcher matcher(Method test) {
    Matcher matcher = METHOD.matcher(test.getName());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          test + " is no test of a rule; its name must be like save_3_reachesTheCast");
    }
    return matcher;
  }

  @Override
  public String toString() {
    return group + "-" + number;
  }
}
