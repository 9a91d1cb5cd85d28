package dev.screentest.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules as {@code CONTRACT.md} words them, which is packaged beside this class. */
final class ContractText {

  /** How a line of a rule begins. */
  private static final Pattern RULE = Pattern.compile("- \\*\\*[A-Z]+-[0-9]");

  /** A line such as {@code - **SAVE-3** MUST [CASCADE] Text. *Intent.*}. */
  private static final Pattern LINE =
      Pattern.compile(
          "- \\*\\*([A-Z]+)-([0-9]+)\\*\\* (MUST|SHOULD)(?: \\[([^]]*)])? (\\S.*?) \\*(\\S.*)\\*");

  private final Map<String, RuleText> rules = new TreeMap<>();

  private ContractText(List<String> lines) {
    for (String line : lines) {
      if (RULE.matcher(line).lookingAt()) {
        RuleText rule = parse(line);
        if (rules.put(rule.id().toString(), rule) != null) {
          throw new IllegalArgumentException("CONTRACT.md has two rules " + rule.id());
        }
      }
    }
  }

  /**
   * One rule.
   *
   * @param must whether it is a MUST and not a SHOULD
   * @param conditions the capabilities that it belongs to, {@code server} where one is the witness
   * @param text what must hold
   * @param intent what for
   */
  record RuleText(RuleId id, boolean must, List<String> conditions, String text, String intent) {}

  private static final class Holder {
    static final ContractText TEXT = new ContractText(read());
  }

  static ContractText get() {
    return Holder.TEXT;
  }

  Collection<RuleText> rules() {
    return rules.values();
  }

  /**
   * Returns a rule by its id.
   *
   * @throws IllegalArgumentException if there is none
   */
  RuleText rule(RuleId id) {
    return rule(id.toString());
  }

  private RuleText rule(String id) {
    RuleText rule = rules.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("CONTRACT.md has no rule " + id + "; add it");
    }
    return rule;
  }

  /**
   * Makes sure that a rule may be deviated from.
   *
   * @throws IllegalArgumentException if it is a MUST, or no rule at all
   */
  void requireShould(String id) {
    if (rule(id).must()) {
      throw new IllegalArgumentException(
          id + " is a MUST; an implementation can deviate from a SHOULD only");
    }
  }

  private static RuleText parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "CONTRACT.md: a rule must read like '- **SAVE-3** MUST [CASCADE] Text. *Intent.*', but"
              + " this one does not: "
              + line);
    }
    @Nullable String conditions = matcher.group(4);
    return new RuleText(
        new RuleId(matcher.group(1), Integer.parseInt(matcher.group(2))),
        matcher.group(3).equals("MUST"),
        conditions == null ? List.of() : List.of(conditions.split(", ")),
        matcher.group(5),
        matcher.group(6));
  }

  private static List<String> read() {
    try (InputStream stream = ContractText.class.getResourceAsStream("CONTRACT.md")) {
      if (stream == null) {
        throw new IllegalStateException(
            "CONTRACT.md is not beside " + ContractText.class + "; the build packages it there");
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return reader.lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("CONTRACT.md could not be read", e);
    }
  }
}
