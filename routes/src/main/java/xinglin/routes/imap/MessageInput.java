package xinglin.routes.imap;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The bytes of one message as the server has them, a piece at a time. */
final class MessageInput extends InputStream {
  /** Memory that one message takes. */
  static final int PIECE = 1 << 18;

  private final Mailbox mailbox;
  private final RemoteMessage message;
  private final long most;
  private byte[] piece;
  private int asked;
  private int at;
  private long total;

  /**
   * @param first its first bytes, fetched already; empty if none are
   * @param asked how many were asked for
   * @param most bytes of a message
   */
  MessageInput(Mailbox mailbox, RemoteMessage message, byte[] first, int asked, long most) {
    this.mailbox = mailbox;
    this.message = message;
    this.most = most;
    this.piece = first;
    this.asked = asked;
    this.total = first.length;
  }

  @Override
  public int read() throws IOException {
    return fill() ? piece[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, offset, count);
    at += count;
    return count;
  }

  /**
   * A piece shorter than asked for is the last one, unless the server announced more bytes: then it
   * is asked again.
   */
  private boolean fill() throws IOException {
    if (at < piece.length) {
      return true;
    }
    boolean started = asked > 0;
    if (started && (piece.length == 0 || (piece.length < asked && total >= message.bytes()))) {
      if (total == 0) {
        throw new LeftBehindException(message.uid(), "the server has no bytes of it");
      }
      return false;
    }
    asked = PIECE;
    piece = next();
    at = 0;
    total += piece.length;
    if (total > most) {
      throw new LeftBehindException(message.uid(), "more than " + most + " bytes");
    }
    return fill();
  }

  private byte[] next() throws IOException {
    Mailbox.Fetched fetched = mailbox.bytes(List.of(message.uid()), total, PIECE);
    byte[] bytes = fetched.bytes().get(message.uid());
    if (fetched.refusal().isPresent()) {
      throw new LeftBehindException(message.uid(), fetched.refusal().get());
    }
    if (bytes == null) {
      throw new LeftBehindException(message.uid(), "gone while it was fetched");
    }
    return bytes;
  }
}
