package dev.screentest.benchmarks.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {

  private static Stream<Message> messages() {
    return Stream.of(
        new Message.Greeting("secret", new Hello(7, "a JVM", List.of("-Xmx1g", "-Dü=ß"))),
        new Message.Ready(new Readiness(8, List.of(9L, 10L))),
        new Message.Done(new Performance(1, 2, 3, Performance.UNKNOWN, 5, 6, 7, 8, 9, 10)),
        new Message.Finished());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isReadAsItWasWritten(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.write(new DataOutputStream(bytes));

    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(Message.read(in)).isEqualTo(message);
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void whatIsNoneIsNamed() {
    assertThatThrownBy(
            () -> Message.read(new DataInputStream(new ByteArrayInputStream(new byte[] {'?'}))))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("no message begins with byte 63");
  }
}
