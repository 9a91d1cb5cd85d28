package dev.screentest.testbed.meter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream of bytes that arrives in pieces of any size into protocol messages.
 *
 * <p>Bodies are kept only as far as somebody wants to read them: the payload of a batch or of a
 * COPY passes without being copied.
 */
abstract class MessageReader {
  static final int WHOLE_BODY = Integer.MAX_VALUE;

  private static final int LENGTH_BYTES = 4;

  private byte[] kept = new byte[256];
  private int keptLength;
  private int headerLength = 1 + LENGTH_BYTES;
  private boolean inBody;
  private byte type;
  private long bodyLeft;
  private int wanted;
  private boolean delivered;

  /** The first message of a frontend has no type byte. */
  final void nextHasType(boolean hasType) {
    headerLength = hasType ? 1 + LENGTH_BYTES : LENGTH_BYTES;
  }

  final void accept(byte[] bytes, int offset, int length) {
    int position = offset;
    int end = offset + length;
    while (position < end) {
      position += inBody ? body(bytes, position, end) : header(bytes, position, end);
    }
  }

  private int header(byte[] bytes, int position, int end) {
    int taken = Math.min(headerLength - keptLength, end - position);
    keep(bytes, position, taken);
    if (keptLength == headerLength) {
      ByteBuffer header = ByteBuffer.wrap(kept, 0, keptLength);
      type = headerLength > LENGTH_BYTES ? header.get() : 0;
      bodyLeft = header.getInt() - (long) LENGTH_BYTES;
      keptLength = 0;
      inBody = true;
      delivered = false;
      wanted = bytesWanted(type);
      finishIfComplete();
    }
    return taken;
  }

  private int body(byte[] bytes, int position, int end) {
    int taken = (int) Math.min(bodyLeft, end - position);
    if (!delivered) {
      keep(bytes, position, Math.min(taken, wanted - keptLength));
    }
    bodyLeft -= taken;
    finishIfComplete();
    return taken;
  }

  private void finishIfComplete() {
    if (!delivered && (bodyLeft == 0 || keptLength >= wanted)) {
      delivered = true;
      message(type, new Body(kept, keptLength));
    }
    if (bodyLeft == 0) {
      keptLength = 0;
      inBody = false;
    }
  }

  private void keep(byte[] bytes, int position, int count) {
    if (keptLength + count > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(kept.length * 2, keptLength + count));
    }
    System.arraycopy(bytes, position, kept, keptLength, count);
    keptLength += count;
  }

  /** How much of a message's body matters; 0 for none of it. */
  abstract int bytesWanted(byte type);

  /** A message came, with at least the wanted part of its body. */
  abstract void message(byte type, Body body);

  /** The kept part of a message, read from front to back. */
  static final class Body {
    private final byte[] bytes;
    private final int length;
    private int position;

    private Body(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }

    byte nextByte() {
      return bytes[position++];
    }

    int nextInt() {
      int value = ByteBuffer.wrap(bytes, position, Integer.BYTES).getInt();
      position += Integer.BYTES;
      return value;
    }

    short nextShort() {
      short value = ByteBuffer.wrap(bytes, position, Short.BYTES).getShort();
      position += Short.BYTES;
      return value;
    }

    byte[] nextBytes(int count) {
      position += count;
      return Arrays.copyOfRange(bytes, position - count, position);
    }

    /** A string up to its terminating zero. */
    String nextString() {
      int start = position;
      while (position < length && bytes[position] != 0) {
        position++;
      }
      return new String(bytes, start, position++ - start, StandardCharsets.UTF_8);
    }
  }
}
