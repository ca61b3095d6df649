package xinglin.routes.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Requests of SFTP version 3 that go out before former ones are answered, so that many small files
 * cost one round trip and not one each. They are collected and sent together, at the latest when an
 * answer is waited for. Every request gives a number with which its answer is waited for; every
 * answer must be waited for once. Paths are one character a byte. For one thread.
 */
final class SftpPipe {
  private static final int HEADER = 64;

  /** A packet of SSH carries at least 32 KiB. */
  private static final int FULL = 24 << 10;

  /** The client's own requests are numbered from 100 on. */
  private static final int FIRST = 1 << 30;

  private final RawSftpClient raw;
  private final ClientChannel channel;
  private final Duration patience;
  private Buffer together = new ByteArrayBuffer(FULL, false);
  private int number = FIRST;

  /**
   * @param raw what distributes the answers
   * @param channel of the same client
   * @param patience how long an answer may take
   */
  SftpPipe(RawSftpClient raw, ClientChannel channel, Duration patience) {
    this.raw = raw;
    this.channel = channel;
    this.patience = patience;
  }

  /** What a server says about a file. */
  record State(long bytes, Instant modified) {}

  private int ask(int command, Buffer request) throws IOException {
    number++;
    together.putUInt(1L + Integer.BYTES + request.available());
    together.putByte((byte) command);
    together.putInt(number);
    together.putBuffer(request);
    if (together.available() > FULL) {
      send();
    }
    return number;
  }

  /** Nothing else is sent before this is. */
  private void send() throws IOException {
    if (together.available() > 0) {
      channel.getAsyncIn().writeBuffer(together).verify(patience);
      together = new ByteArrayBuffer(FULL, false);
    }
  }

  int open(String path) throws IOException {
    Buffer request = request(path);
    request.putUInt(SftpConstants.SSH_FXF_READ);
    request.putUInt(0);
    return ask(SftpConstants.SSH_FXP_OPEN, request);
  }

  int read(byte[] handle, long offset, int length) throws IOException {
    Buffer request = request(handle);
    request.putLong(offset);
    request.putUInt(length);
    return ask(SftpConstants.SSH_FXP_READ, request);
  }

  int stat(byte[] handle) throws IOException {
    return ask(SftpConstants.SSH_FXP_FSTAT, request(handle));
  }

  int close(byte[] handle) throws IOException {
    return ask(SftpConstants.SSH_FXP_CLOSE, request(handle));
  }

  int stat(String path) throws IOException {
    return ask(SftpConstants.SSH_FXP_LSTAT, request(path));
  }

  /** Fails if something has the new name already. */
  int rename(String from, String to) throws IOException {
    Buffer request = request(from);
    request.putBytes(to.getBytes(StandardCharsets.ISO_8859_1));
    return ask(SftpConstants.SSH_FXP_RENAME, request);
  }

  /** The handle that an open gave. */
  byte[] handle(int request) throws IOException {
    return answer(request, SftpConstants.SSH_FXP_HANDLE).getBytes();
  }

  /** What a read gave; nothing behind the end of the file. */
  byte[] data(int request) throws IOException {
    try {
      return answer(request, SftpConstants.SSH_FXP_DATA).getBytes();
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_EOF) {
        return new byte[0];
      }
      throw e;
    }
  }

  State state(int request) throws IOException {
    Buffer answer = answer(request, SftpConstants.SSH_FXP_ATTRS);
    long flags = answer.getUInt();
    long bytes = (flags & SftpConstants.SSH_FILEXFER_ATTR_SIZE) == 0 ? -1 : answer.getLong();
    if ((flags & SftpConstants.SSH_FILEXFER_ATTR_UIDGID) != 0) {
      answer.getLong();
    }
    if ((flags & SftpConstants.SSH_FILEXFER_ATTR_PERMISSIONS) != 0) {
      answer.getUInt();
    }
    if ((flags & SftpConstants.SSH_FILEXFER_ATTR_ACMODTIME) == 0) {
      return new State(bytes, Instant.EPOCH);
    }
    answer.getUInt();
    return new State(bytes, Instant.ofEpochSecond(answer.getUInt()));
  }

  /** Waits until a request is done that gives nothing. */
  void done(int request) throws IOException {
    try {
      answer(request, SftpConstants.SSH_FXP_STATUS);
    } catch (SftpException e) {
      if (e.getStatus() != SftpConstants.SSH_FX_OK) {
        throw e;
      }
    }
  }

  /** The answer behind its head; a status is an exception. */
  private Buffer answer(int request, int expected) throws IOException {
    send();
    Buffer answer = raw.receive(request, patience);
    if (answer == null) {
      throw new IOException("no answer within " + patience.toSeconds() + " s");
    }
    answer.getInt();
    int type = answer.getUByte();
    answer.getInt();
    if (type == SftpConstants.SSH_FXP_STATUS) {
      int status = answer.getInt();
      String words = answer.available() > 0 ? answer.getString() : "";
      throw new SftpException(status, words);
    }
    if (type != expected) {
      throw new IOException("an answer of another kind: " + type);
    }
    return answer;
  }

  /** Whether it is no answer of the server. */
  static boolean isLost(SftpException e) {
    return e.getStatus() == SftpConstants.SSH_FX_CONNECTION_LOST
        || e.getStatus() == SftpConstants.SSH_FX_NO_CONNECTION;
  }

  private static Buffer request(String path) {
    return request(path.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Buffer request(byte[] first) {
    Buffer request = new ByteArrayBuffer(HEADER + first.length, false);
    request.putBytes(first);
    return request;
  }
}
