package dev.screentest.domain.spi;

/** Patterns for {@code ILIKE}, with the backslash as the escape, which is PostgreSQL's default. */
public final class LikePattern {

  private LikePattern() {}

  /**
   * Returns the pattern for texts that contain the fragment, of which every character is itself.
   */
  public static String containing(String fragment) {
    StringBuilder pattern = new StringBuilder(fragment.length() + 8).append('%');
    for (int i = 0; i < fragment.length(); i++) {
      char c = fragment.charAt(i);
      if (c == '%' || c == '_' || c == '\\') {
        pattern.append('\\');
      }
      pattern.append(c);
    }
    return pattern.append('%').toString();
  }
}
