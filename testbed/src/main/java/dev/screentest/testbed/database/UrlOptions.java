package dev.screentest.testbed.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The options behind the question mark of a JDBC URL. */
final class UrlOptions {
  private UrlOptions() {}

  static Map<String, String> of(String url) {
    Map<String, String> options = new LinkedHashMap<>();
    int question = url.indexOf('?');
    if (question >= 0) {
      for (String option : url.substring(question + 1).split("&", -1)) {
        if (!option.isEmpty()) {
          int equals = option.indexOf('=');
          options.put(
              equals < 0 ? option : option.substring(0, equals),
              equals < 0 ? "" : decoded(option.substring(equals + 1)));
        }
      }
    }
    return options;
  }

  /** The part of a URL before its options. */
  static String base(String url) {
    int question = url.indexOf('?');
    return question < 0 ? url : url.substring(0, question);
  }

  static String join(String base, Map<String, String> options) {
    StringJoiner joined = new StringJoiner("&", base + "?", "").setEmptyValue(base);
    options.forEach(
        (name, value) -> joined.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return joined.toString();
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidDatabaseSpecException(
          "An option of the JDBC URL has a broken percent escape.", e);
    }
  }
}
