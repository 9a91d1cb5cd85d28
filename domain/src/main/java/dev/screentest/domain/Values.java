package dev.screentest.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which values the domain takes: those that PostgreSQL stores and gives back unchanged. */
public final class Values {

  private Values() {}

  /**
   * Returns the text if it can be stored as it is.
   *
   * @throws InvalidArgumentException otherwise: the driver would store a lone surrogate as a
   *     question mark, silently
   */
  public static String text(String what, @Nullable String text) {
    if (text == null) {
      throw new InvalidArgumentException(what + " is null; it must be a text, which may be empty");
    }
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new InvalidArgumentException(
            what + " contains NUL at index " + i + ", which PostgreSQL cannot store; remove it");
      }
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < length
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          throw new InvalidArgumentException(
              what + " contains a lone surrogate at index " + i + "; it is no valid Unicode text");
        }
      }
    }
    return text;
  }

  /**
   * Returns the date if it can be stored as it is.
   *
   * @throws InvalidArgumentException otherwise: the driver would store {@code LocalDate.MAX} as
   *     infinity, silently
   */
  public static @Nullable LocalDate date(String what, @Nullable LocalDate date) {
    if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
      throw new InvalidArgumentException(
          what + " is " + date + "; its year must lie between 1 and 9999");
    }
    return date;
  }
}
