package dev.screentest.testbed.meter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what the driver sends in full, values included (PostgreSQL manual, "Message Formats",
 * Parse, Bind and Execute). Who sent a statement is asked of the thread that sends it.
 */
final class SentReader extends MessageReader {

  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static final byte NO_TYPE = 0;
  private static final int FIRST_PROTOCOL = 3 << 16;
  private static final int LAST_PROTOCOL = FIRST_PROTOCOL | 0xFFFF;

  private final SentLog log;
  private final Map<String, Prepared> prepared = new HashMap<>();
  private final Map<String, Bound> portals = new HashMap<>();

  /** A statement with the numbers of its parameters' types. */
  private record Prepared(String sql, List<Integer> types) {}

  /** A statement with its values. */
  private record Bound(String sql, List<BoundParameter> parameters) {}

  SentReader(SentLog log) {
    this.log = log;
    nextHasType(false);
  }

  @Override
  int bytesWanted(byte type) {
    return switch (type) {
      case NO_TYPE -> Integer.BYTES;
      case 'P', 'Q', 'C', 'B', 'E' -> WHOLE_BODY;
      default -> 0;
    };
  }

  @Override
  void message(byte type, Body body) {
    switch (type) {
      case NO_TYPE -> {
        int code = body.nextInt();
        nextHasType(code >= FIRST_PROTOCOL && code <= LAST_PROTOCOL);
      }
      case 'P' -> parse(body);
      case 'B' -> bind(body);
      case 'E' -> execute(body.nextString());
      case 'Q' -> sent(new Bound(body.nextString(), List.of()));
      case 'C' -> (body.nextByte() == 'S' ? prepared : portals).remove(body.nextString());
      default -> {
        // Nothing of it is shown.
      }
    }
  }

  private void parse(Body body) {
    String name = body.nextString();
    String sql = body.nextString();
    int count = body.nextShort();
    List<Integer> types = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      types.add(body.nextInt());
    }
    prepared.put(name, new Prepared(sql, types));
  }

  private void bind(Body body) {
    String portal = body.nextString();
    Prepared statement = prepared.get(body.nextString());
    if (statement == null || !log.isOpen()) {
      portals.remove(portal);
      return;
    }
    int formatCount = body.nextShort();
    int[] formats = new int[formatCount];
    for (int i = 0; i < formatCount; i++) {
      formats[i] = body.nextShort();
    }
    int count = body.nextShort();
    List<BoundParameter> parameters = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int type = i < statement.types.size() ? statement.types.get(i) : 0;
      // None: all are text. One: it holds for all.
      int format = formatCount == 0 ? 0 : formats[formatCount == 1 ? 0 : i];
      int length = body.nextInt();
      if (length < 0) {
        parameters.add(new BoundParameter(type, null));
      } else if (format == 0) {
        parameters.add(BoundParameter.ofText(type, body.nextBytes(length)));
      } else {
        parameters.add(BoundParameter.ofBinary(type, body.nextBytes(length)));
      }
    }
    portals.put(portal, new Bound(statement.sql, parameters));
  }

  private void execute(String portal) {
    Bound bound = portals.get(portal);
    if (bound != null) {
      sent(bound);
    }
  }

  private void sent(Bound bound) {
    if (!log.isOpen()) {
      return;
    }
    log.add(
        new SentStatement(
            bound.sql,
            StatementKind.of(bound.sql) == StatementKind.WORK,
            bound.parameters,
            STACK.walk(
                frames ->
                    frames
                        .map(
                            frame ->
                                new Caller(
                                    frame.getDeclaringClass(),
                                    frame.getMethodName(),
                                    frame.getLineNumber()))
                        .toList())));
  }
}
