package xinglin.jobs.unpack.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Decodes base64 and remembers whether it was whole. White space is skipped; any other character
 * that does not belong, a last group that is cut off, and data behind the padding are damage: where
 * one character was lost every byte behind it is another one.
 */
final class Base64Input extends InputStream {
  private static final int BLOCK = 1 << 13;
  private static final byte ILLEGAL = -1;
  private static final byte SPACE = -2;
  private static final byte PADDING = -3;
  private static final byte[] VALUES = values();
  private final InputStream encoded;
  private final byte[] in = new byte[BLOCK];
  private final byte[] out = new byte[BLOCK];
  private int from;
  private int to;
  private int group;
  private int filled;
  private boolean padded;
  private boolean damaged;
  private boolean ended;

  Base64Input(InputStream encoded) {
    this.encoded = encoded;
  }

  /** To be asked at the end of the stream. */
  boolean isDamaged() {
    return damaged;
  }

  @Override
  public int read() throws IOException {
    return from < to || refill() ? out[from++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (from >= to && !refill()) {
      return -1;
    }
    int count = Math.min(length, to - from);
    System.arraycopy(out, from, target, offset, count);
    from += count;
    return count;
  }

  private boolean refill() throws IOException {
    from = 0;
    to = 0;
    while (to == 0 && !ended) {
      int count = encoded.read(in, 0, BLOCK);
      if (count < 0) {
        ended = true;
        end();
      } else {
        decode(count);
      }
    }
    return to > 0;
  }

  private void decode(int count) {
    for (int i = 0; i < count; i++) {
      byte value = VALUES[in[i] & 0xff];
      if (value >= 0) {
        damaged |= padded;
        group = group << 6 | value;
        if (++filled == 4) {
          out[to++] = (byte) (group >> 16);
          out[to++] = (byte) (group >> 8);
          out[to++] = (byte) group;
          filled = 0;
          group = 0;
        }
      } else if (value == PADDING) {
        padded = true;
      } else {
        damaged |= value == ILLEGAL;
      }
    }
  }

  /** Missing padding is a habit of some programs and loses nothing. */
  private void end() {
    if (filled == 1) {
      damaged = true;
    }
    if (filled >= 2) {
      out[to++] = (byte) (group << ((4 - filled) * 6) >> 16);
    }
    if (filled == 3) {
      out[to++] = (byte) (group << 6 >> 8);
    }
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, ILLEGAL);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    for (char space : " \t\r\n".toCharArray()) {
      values[space] = SPACE;
    }
    values['='] = PADDING;
    return values;
  }
}
