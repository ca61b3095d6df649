package xinglin.routes.sftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.apache.sshd.sftp.common.SftpException;

/**
 * One small file on its way: opened, then read, looked at and closed in one go. A server that gives
 * less than it was asked for is asked again.
 */
final class Fetching {
  /** Every server gives that much at once. */
  private static final int PIECE = 1 << 15;

  private final SftpPipe pipe;
  private final RemoteFile file;
  private final int opened;
  private final Queue<Integer> pieces = new ArrayDeque<>();
  private Optional<SftpException> refused = Optional.empty();
  private int looked;
  private int closed;

  private Fetching(SftpPipe pipe, RemoteFile file, int opened) {
    this.pipe = pipe;
    this.file = file;
    this.opened = opened;
  }

  /** Asks for a file to be opened. */
  static Fetching open(SftpPipe pipe, RemoteFile file, String path) throws IOException {
    return new Fetching(pipe, file, pipe.open(path));
  }

  /** Asks for its bytes, one more than were listed, so that one that grew is noticed. */
  void ask() throws IOException {
    try {
      byte[] handle = pipe.handle(opened);
      for (long offset = 0; offset <= file.bytes(); offset += PIECE) {
        pieces.add(pipe.read(handle, offset, PIECE));
      }
      looked = pipe.stat(handle);
      closed = pipe.close(handle);
    } catch (SftpException e) {
      refused = Optional.of(e);
    }
  }

  /**
   * Its bytes.
   *
   * @throws LeftBehindException if the server refuses it or it is not what was listed
   */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) file.bytes());
    boolean whole = true;
    for (int piece : pieces) {
      try {
        byte[] data = pipe.data(piece);
        whole &= data.length == Math.min(PIECE, Math.max(0, file.bytes() - bytes.size()));
        bytes.write(data);
      } catch (SftpException e) {
        refused = Optional.of(e);
      }
    }
    if (refused.isEmpty()) {
      try {
        SftpPipe.State now = pipe.state(looked);
        whole &= file.isStill(now);
        pipe.done(closed);
      } catch (SftpException e) {
        refused = Optional.of(e);
      }
    }
    if (refused.isPresent()) {
      throw new LeftBehindException(file.shown() + ": " + refused.get().getMessage());
    }
    if (!whole) {
      throw new LeftBehindException(file.shown() + " changed while it was fetched");
    }
    return bytes.toByteArray();
  }
}
