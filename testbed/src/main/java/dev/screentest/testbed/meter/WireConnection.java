package dev.screentest.testbed.meter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one connection says, as its bytes pass.
 *
 * <p>Nothing is counted until the server has been ready for a query once: what comes before is the
 * opening, whose cost depends on the way to authenticate.
 */
final class WireConnection implements FrontendReader.Listener {
  private enum Phase {
    READABLE,
    AWAITING_ENCRYPTION,
    ENCRYPTED
  }

  /** The first byte of a TLS handshake, which the driver sends at once with direct negotiation. */
  private static final byte TLS_HANDSHAKE = 0x16;

  private final WireTally tally;
  private final FrontendReader frontend = new FrontendReader(this);
  private final BackendReader backend;
  private final SentReader sent;
  private Phase phase = Phase.READABLE;
  private boolean begun;
  private boolean turnOpen;
  private boolean transactionOpen;
  private @Nullable StatementKind weightiest;

  WireConnection(WireTally tally) {
    this(tally, new SentLog());
  }

  WireConnection(WireTally tally, SentLog log) {
    this.sent = new SentReader(log);
    this.tally = tally;
    this.backend = new BackendReader(tally, this::idle);
  }

  synchronized void sent(byte[] bytes, int offset, int length) {
    if (length == 0 || phase == Phase.ENCRYPTED) {
      return;
    }
    if (!begun && bytes[offset] == TLS_HANDSHAKE) {
      encrypted();
      return;
    }
    begun = true;
    if (backend.isEstablished()) {
      turnOpen = true;
      tally.sent(length);
    }
    frontend.accept(bytes, offset, length);
    sent.accept(bytes, offset, length);
  }

  synchronized void received(byte[] bytes, int offset, int length) {
    switch (phase) {
      case READABLE -> {
        if (backend.isEstablished()) {
          tally.received(length);
          endTurn();
        }
        backend.accept(bytes, offset, length);
      }
      case AWAITING_ENCRYPTION -> {
        // Anything but yes means that the driver goes on in the open, here or on a new connection.
        if (bytes[offset] == 'S' || bytes[offset] == 'G') {
          encrypted();
        } else {
          phase = Phase.READABLE;
        }
      }
      case ENCRYPTED -> {
        // Nothing of it can be told apart.
      }
    }
  }

  private void encrypted() {
    phase = Phase.ENCRYPTED;
    tally.encrypted();
  }

  private void endTurn() {
    if (turnOpen) {
      tally.turned(Optional.ofNullable(weightiest));
      turnOpen = false;
      weightiest = null;
    }
  }

  private void idle() {
    if (transactionOpen) {
      tally.transactionEnded();
      transactionOpen = false;
    }
  }

  @Override
  public void sessionStarted() {
    tally.connected();
  }

  @Override
  public void encryptionRequested() {
    phase = Phase.AWAITING_ENCRYPTION;
  }

  @Override
  public void executed(WireStatement statement) {
    tally.executed(statement);
    transactionOpen |= statement.kind() != StatementKind.VALIDATION;
    if (weightiest == null || statement.kind().compareTo(weightiest) > 0) {
      weightiest = statement.kind();
    }
  }

  @Override
  public void continued() {
    tally.continued();
  }
}
