package dev.screentest.testbed.meter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads what the driver sends, and tells what matters of it.
 *
 * <p>The first message has no type byte but a code (PostgreSQL manual, "Message Formats"): it
 * starts a session, asks for encryption (and another first message follows the answer), or cancels
 * the query of another connection.
 */
final class FrontendReader extends MessageReader {
  /** Learns what the driver does. */
  interface Listener {
    /** A session begins. */
    void sessionStarted();

    /** The driver asks whether to encrypt; the server's answer is a single byte. */
    void encryptionRequested();

    /** A statement was sent for execution. */
    void executed(WireStatement statement);

    /** That execution goes on with a cursor that was executed before. */
    void continued();
  }

  private static final byte NO_TYPE = 0;
  private static final int CANCEL_REQUEST = 80877102;
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;

  /** Two names of at most 63 bytes with their terminators: a portal and a statement. */
  private static final int NAMES = 128;

  /** What a Bind or Execute names without our having seen its Parse, which a driver never does. */
  private static final WireStatement UNKNOWN =
      new WireStatement(StatementKind.WORK, "(a statement prepared out of sight)");

  private final Listener listener;
  private final Map<String, WireStatement> prepared = new HashMap<>();
  private final Map<String, WireStatement> portals = new HashMap<>();
  private final Set<String> begunPortals = new HashSet<>();

  FrontendReader(Listener listener) {
    this.listener = listener;
    nextHasType(false);
  }

  @Override
  int bytesWanted(byte type) {
    return switch (type) {
      case NO_TYPE -> Integer.BYTES;
      case 'P', 'Q', 'C' -> WHOLE_BODY;
      case 'B', 'E' -> NAMES;
      default -> 0;
    };
  }

  @Override
  void message(byte type, Body body) {
    switch (type) {
      case NO_TYPE -> open(body.nextInt());
      case 'P' -> prepared.put(body.nextString(), new WireStatement(body.nextString()));
      case 'B' -> bind(body.nextString(), body.nextString());
      case 'E' -> execute(body.nextString());
      case 'Q' -> listener.executed(new WireStatement(body.nextString()));
      case 'C' -> (body.nextByte() == 'S' ? prepared : portals).remove(body.nextString());
      default -> {
        // Sync, Flush, Describe, CopyData and the rest execute nothing.
      }
    }
  }

  private void bind(String portal, String statement) {
    portals.put(portal, prepared.getOrDefault(statement, UNKNOWN));
    begunPortals.remove(portal);
  }

  private void execute(String portal) {
    listener.executed(portals.getOrDefault(portal, UNKNOWN));
    if (!begunPortals.add(portal)) {
      listener.continued();
    }
  }

  private void open(int code) {
    switch (code) {
      case SSL_REQUEST, GSS_REQUEST -> listener.encryptionRequested();
      case CANCEL_REQUEST -> {
        // Nothing follows it, and nothing answers.
      }
      default -> {
        nextHasType(true);
        listener.sessionStarted();
      }
    }
  }
}
