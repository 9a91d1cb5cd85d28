package dev.screentest.testbed.delay;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A plain socket whose answers come later. One thread at a time uses it, as the driver does. */
final class DelayingSocket extends Socket {
  private final NetworkDelay delay;
  private boolean isAnswerDue;

  DelayingSocket(NetworkDelay delay) {
    this.delay = delay;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new LateInput(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new AskingOutput(super.getOutputStream());
  }

  private void answered() {
    if (isAnswerDue) {
      isAnswerDue = false;
      delay.await();
    }
  }

  private final class LateInput extends FilterInputStream {
    LateInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        answered();
      }
      return read;
    }

    /** A read that times out is no answer. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count > 0) {
        answered();
      }
      return count;
    }
  }

  private final class AskingOutput extends FilterOutputStream {
    AskingOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      isAnswerDue = true;
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      isAnswerDue = true;
      out.write(bytes, offset, length);
    }
  }
}
