package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The protocol's messages, made by hand and cut in every way. */
class WireConnectionTest {
  private static final int PROTOCOL_3 = 196608;
  private static final int SSL_REQUEST = 80877103;

  private final WireTally tally = new WireTally();
  private final WireConnection connection = new WireConnection(tally);

  @Test
  void countsAreTheSameHoweverTheBytesAreCut() {
    WireCounts whole = play(new Random(1), 1 << 20);

    assertThat(whole.statements()).isEqualTo(3);
    assertThat(whole.transactionControl()).isEqualTo(2);
    assertThat(whole.idBlocks()).isEqualTo(1);
    assertThat(whole.roundTrips()).isEqualTo(3);
    assertThat(whole.controlRoundTrips()).isEqualTo(1);
    assertThat(whole.idRoundTrips()).isEqualTo(1);
    assertThat(whole.workRoundTrips()).isEqualTo(1);
    assertThat(whole.rowsReceived()).isEqualTo(2);
    assertThat(whole.rowsAffected()).isEqualTo(12);
    assertThat(whole.commits()).isEqualTo(1);
    assertThat(whole.transactions()).isEqualTo(1);
    assertThat(whole.connections()).isEqualTo(1);
    for (int seed = 0; seed < 300; seed++) {
      assertThat(play(new Random(seed), 1 + seed % 17)).as("seed %s", seed).isEqualTo(whole);
    }
  }

  private static WireCounts play(Random random, int longestPiece) {
    WireTally tally = new WireTally();
    WireConnection connection = new WireConnection(tally);
    Script script = new Script(connection, random, longestPiece);
    script.send(startup());
    script.receive(message('R', integer(0)), message('S', string("a"), string("b")), ready());
    // BEGIN rides along with the ids; one statement is named, one portal too.
    script.send(
        parse("", "BEGIN"),
        bind("", "", new byte[0]),
        execute(""),
        parse("S_1", "select nextval('movies_id_seq')"),
        bind("", "S_1", new byte[0]),
        message('D', string("P")),
        execute(""),
        message('S'));
    script.receive(
        message('1'),
        message('2'),
        complete("BEGIN"),
        message('D', new byte[40]),
        complete("SELECT 1"),
        inTransaction());
    // A payload that looks like messages must not be read as such.
    byte[] payload = message('E', string("")).clone();
    script.send(
        parse("S_2", "insert into movies values ($1)"),
        bind("C_1", "S_2", payload),
        execute("C_1"),
        bind("", "S_2", new byte[9000]),
        execute(""),
        message('C', new byte[] {'S'}, string("S_1")),
        message('Q', string("copy movies from stdin")),
        message('d', new byte[5000]),
        message('c'),
        message('S'));
    script.receive(
        message('D', new byte[3]),
        complete("INSERT 0 5"),
        complete("UPDATE 4"),
        complete("COPY 3"),
        inTransaction());
    script.send(message('Q', string("COMMIT")));
    script.receive(complete("COMMIT"), ready());
    return tally.snapshot();
  }

  @Test
  void aRefusedRequestForEncryptionIsFollowedByAnOpenSession() {
    byte[] request = join(integer(8), integer(SSL_REQUEST));
    connection.sent(request, 0, request.length);
    connection.received(new byte[] {'N'}, 0, 1);
    new Script(connection, new Random(2), 9).send(startup());
    new Script(connection, new Random(2), 9).receive(message('R', integer(0)), ready());

    assertThat(tally.isEncrypted()).isFalse();
    assertThat(tally.snapshot().connections()).isEqualTo(1);
    assertThat(tally.snapshot().roundTrips()).isZero();
  }

  @Test
  void anAcceptedOneEndsTheReading() {
    byte[] request = join(integer(8), integer(SSL_REQUEST));
    connection.sent(request, 0, request.length);
    connection.received(new byte[] {'S'}, 0, 1);

    assertThat(tally.isEncrypted()).isTrue();
  }

  @Test
  void soDoesATlsHandshakeWithoutRequest() {
    connection.sent(new byte[] {0x16, 3, 1, 2, 0}, 0, 5);

    assertThat(tally.isEncrypted()).isTrue();
  }

  /** Sends whole flushes in pieces, and answers in pieces. */
  private record Script(WireConnection connection, Random random, int longestPiece) {
    void send(byte[]... messages) {
      cut(join(messages), connection::sent);
    }

    void receive(byte[]... messages) {
      cut(join(messages), connection::received);
    }

    private void cut(byte[] bytes, Piece piece) {
      for (int position = 0; position < bytes.length; ) {
        int length = Math.min(bytes.length - position, 1 + random.nextInt(longestPiece));
        piece.pass(bytes, position, length);
        position += length;
      }
    }
  }

  private interface Piece {
    void pass(byte[] bytes, int offset, int length);
  }

  private static byte[] startup() {
    byte[] body = join(integer(PROTOCOL_3), string("user"), string("ann"), new byte[1]);
    return join(integer(4 + body.length), body);
  }

  private static byte[] parse(String name, String sql) {
    return message('P', string(name), string(sql), new byte[2]);
  }

  private static byte[] bind(String portal, String statement, byte[] parameters) {
    return message('B', string(portal), string(statement), parameters);
  }

  private static byte[] execute(String portal) {
    return message('E', string(portal), integer(0));
  }

  private static byte[] complete(String tag) {
    return message('C', string(tag));
  }

  private static byte[] ready() {
    return message('Z', new byte[] {'I'});
  }

  private static byte[] inTransaction() {
    return message('Z', new byte[] {'T'});
  }

  private static byte[] message(char type, byte[]... parts) {
    byte[] body = join(parts);
    return join(new byte[] {(byte) type}, integer(4 + body.length), body);
  }

  private static byte[] integer(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  private static byte[] string(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    List.of(parts).forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}
