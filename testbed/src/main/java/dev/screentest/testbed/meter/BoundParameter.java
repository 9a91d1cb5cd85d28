package dev.screentest.testbed.meter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as it was bound to a statement.
 *
 * @param typeOid the type's number in {@code pg_type}; 0 where the server is to find out
 * @param value as PostgreSQL writes it; null for null
 */
public record BoundParameter(int typeOid, @Nullable String value) {

  // Numbers of pg_type.dat, of the types that the driver sends in binary.
  private static final int BOOL = 16;
  private static final int INT8 = 20;
  private static final int INT2 = 21;
  private static final int INT4 = 23;
  private static final int FLOAT4 = 700;
  private static final int FLOAT8 = 701;
  private static final int DATE = 1082;

  private static final int ARRAY_HEADER_INTS = 3;
  private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);

  static BoundParameter ofText(int typeOid, byte[] bytes) {
    return new BoundParameter(typeOid, new String(bytes, StandardCharsets.UTF_8));
  }

  static BoundParameter ofBinary(int typeOid, byte[] bytes) {
    return new BoundParameter(typeOid, binary(typeOid, ByteBuffer.wrap(bytes)));
  }

  private static String binary(int typeOid, ByteBuffer bytes) {
    return switch (typeOid) {
      case BOOL -> bytes.get() == 0 ? "f" : "t";
      case INT2 -> String.valueOf(bytes.getShort());
      case INT4 -> String.valueOf(bytes.getInt());
      case INT8 -> String.valueOf(bytes.getLong());
      case FLOAT4 -> String.valueOf(bytes.getFloat());
      case FLOAT8 -> String.valueOf(bytes.getDouble());
      case DATE -> DAY_ZERO.plusDays(bytes.getInt()).toString();
      default -> isArray(bytes) ? array(bytes) : hex(bytes);
    };
  }

  /** An array begins with its dimensions, whether it has nulls, and the type of its elements. */
  private static boolean isArray(ByteBuffer bytes) {
    return bytes.remaining() >= ARRAY_HEADER_INTS * Integer.BYTES
        && bytes.getInt(0) >= 0
        && bytes.getInt(0) <= 1
        && bytes.getInt(Integer.BYTES) >= 0
        && bytes.getInt(Integer.BYTES) <= 1;
  }

  private static String array(ByteBuffer bytes) {
    int dimensions = bytes.getInt();
    bytes.getInt();
    int elementOid = bytes.getInt();
    if (dimensions == 0) {
      return "{}";
    }
    int size = bytes.getInt();
    bytes.getInt();
    List<String> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int length = bytes.getInt();
      if (length < 0) {
        elements.add("NULL");
        continue;
      }
      byte[] element = new byte[length];
      bytes.get(element);
      elements.add(element(elementOid, element));
    }
    return "{" + String.join(",", elements) + "}";
  }

  private static String element(int typeOid, byte[] bytes) {
    return switch (typeOid) {
      case BOOL, INT2, INT4, INT8, FLOAT4, FLOAT8, DATE -> binary(typeOid, ByteBuffer.wrap(bytes));
      default ->
          '"'
              + new String(bytes, StandardCharsets.UTF_8)
                  .replace("\\", "\\\\")
                  .replace("\"", "\\\"")
              + '"';
    };
  }

  private static String hex(ByteBuffer bytes) {
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    return "\\x" + HexFormat.of().formatHex(all);
  }
}
