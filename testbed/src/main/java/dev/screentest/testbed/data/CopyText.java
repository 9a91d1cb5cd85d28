package dev.screentest.testbed.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Lines of COPY's text format (PostgreSQL manual, COPY, "Text Format"), sent as they gather, in
 * constant memory. Not thread-safe.
 */
final class CopyText {

  /** Lines are sent when this many characters have gathered. */
  private static final int CHUNK = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder(CHUNK + 4096);
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private boolean isLineOpen;
  private long bytes;

  CopyText(CopyIn copy) {
    this.copy = copy;
  }

  CopyText value(long number) {
    separate();
    text.append(number);
    return this;
  }

  CopyText value(boolean truth) {
    separate();
    text.append(truth ? 't' : 'f');
    return this;
  }

  CopyText value(@Nullable LocalDate date) {
    separate();
    text.append(date == null ? "\\N" : date.toString());
    return this;
  }

  CopyText value(String value) {
    separate();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return this;
  }

  private void separate() {
    if (isLineOpen) {
      text.append('\t');
    }
    isLineOpen = true;
  }

  void endLine() throws SQLException {
    text.append('\n');
    isLineOpen = false;
    if (text.length() >= CHUNK) {
      send();
    }
  }

  /** Sends what is left and ends the COPY; returns the bytes sent since the start. */
  long end() throws SQLException {
    send();
    copy.endCopy();
    return bytes;
  }

  private void send() throws SQLException {
    ByteBuffer encoded;
    try {
      encoded = encoder.encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a row is no valid Unicode text", e);
    }
    copy.writeToCopy(encoded.array(), encoded.arrayOffset(), encoded.remaining());
    bytes += encoded.remaining();
    text.setLength(0);
  }
}
