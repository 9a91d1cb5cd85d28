package dev.screentest.benchmarks.baton;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/** What a fork tells its host. */
sealed interface Message {

  /** Comes first, and shows that the fork was invited. */
  record Greeting(String token, Hello hello) implements Message {}

  /** Everything is prepared; the fork waits. */
  record Ready(Readiness readiness) implements Message {}

  /** A slice is over, and all its checks were passed. */
  record Done(Performance performance) implements Message {}

  /** All slices are over; the fork waits until it may clear away. */
  record Finished() implements Message {}

  /** Writes it whole. */
  default void write(DataOutputStream out) throws IOException {
    if (this instanceof Greeting greeting) {
      out.writeByte('H');
      out.writeUTF(greeting.token());
      out.writeLong(greeting.hello().pid());
      out.writeUTF(greeting.hello().jvm());
      out.writeInt(greeting.hello().arguments().size());
      for (String argument : greeting.hello().arguments()) {
        out.writeUTF(argument);
      }
    } else if (this instanceof Ready ready) {
      out.writeByte('R');
      out.writeLong(ready.readiness().thread());
      out.writeInt(ready.readiness().backends().size());
      for (long backend : ready.readiness().backends()) {
        out.writeLong(backend);
      }
    } else if (this instanceof Done done) {
      Performance performance = done.performance();
      out.writeByte('D');
      out.writeLong(performance.wallNanos());
      out.writeLong(performance.threadCpuNanos());
      out.writeLong(performance.processCpuNanos());
      out.writeLong(performance.backendCpuNanos());
      out.writeLong(performance.allocatedBytes());
      out.writeLong(performance.collections());
      out.writeLong(performance.collectionMillis());
      out.writeLong(performance.compilationMillis());
      out.writeLong(performance.delayedRoundTrips());
      out.writeLong(performance.delayNanos());
    } else {
      out.writeByte('F');
    }
    out.flush();
  }

  /** Reads one, and waits for it. */
  static Message read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case 'H' -> new Greeting(in.readUTF(), new Hello(in.readLong(), in.readUTF(), strings(in)));
      case 'R' -> new Ready(new Readiness(in.readLong(), longs(in)));
      case 'D' ->
          new Done(
              new Performance(
                  in.readLong(),
                  in.readLong(),
                  in.readLong(),
                  in.readLong(),
                  in.readLong(),
                  in.readLong(),
                  in.readLong(),
                  in.readLong(),
                  in.readLong(),
                  in.readLong()));
      case 'F' -> new Finished();
      default -> throw new ProtocolException("no message begins with byte " + kind);
    };
  }

  private static List<String> strings(DataInputStream in) throws IOException {
    List<String> strings = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      strings.add(in.readUTF());
    }
    return strings;
  }

  private static List<Long> longs(DataInputStream in) throws IOException {
    List<Long> longs = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      longs.add(in.readLong());
    }
    return longs;
  }
}
