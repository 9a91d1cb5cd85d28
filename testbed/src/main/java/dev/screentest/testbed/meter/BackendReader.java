package dev.screentest.testbed.meter;

/** Reads what the server answers: rows, results, errors, and when it is ready for more. */
final class BackendReader extends MessageReader {
  /** Ready for a query, and in no transaction (PostgreSQL manual, "Message Formats"). */
  private static final byte IDLE = 'I';

  private final WireTally tally;
  private final Runnable onIdle;
  private boolean established;

  /** Rows of the command that is being answered. */
  private long returned;

  BackendReader(WireTally tally, Runnable onIdle) {
    this.tally = tally;
    this.onIdle = onIdle;
  }

  /** Whether the opening is over: the server has been ready for a query once. */
  boolean isEstablished() {
    return established;
  }

  @Override
  int bytesWanted(byte type) {
    return switch (type) {
      case 'C' -> WHOLE_BODY;
      case 'Z' -> 1;
      default -> 0;
    };
  }

  @Override
  void message(byte type, Body body) {
    switch (type) {
      case 'D' -> {
        tally.row();
        returned++;
      }
      case 's' -> {
        tally.suspended(returned);
        returned = 0;
      }
      case 'C' -> {
        tally.completed(new CommandTag(body.nextString()), returned);
        returned = 0;
      }
      case 'E' -> {
        returned = 0;
        if (established) {
          tally.failed();
        }
      }
      case 'Z' -> {
        established = true;
        if (body.nextByte() == IDLE) {
          onIdle.run();
        }
      }
      default -> {
        // Descriptions, notices, parameters: nothing that is counted.
      }
    }
  }
}
