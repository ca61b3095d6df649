package xinglin.jobs.mark.part;

import java.io.IOException;
import java.io.Reader;

/**
 * Walks through the XML of a part as it was written: tags and texts come as their own characters,
 * so that whatever nobody touches is copied unchanged. The part has passed the guard of {@code
 * xinglin.jobs.open}: well formed, without document type.
 */
public final class Markup {
  /** What a piece is. */
  public enum Kind {
    START,
    END,
    EMPTY,
    /** Text, comment, instruction or character data. */
    OTHER
  }

  private static final int BLOCK = 1 << 14;

  private final Reader in;
  private final char[] block = new char[BLOCK];
  private final StringBuilder piece = new StringBuilder();
  private int at;
  private int filled;
  private Kind kind = Kind.OTHER;

  public Markup(Reader in) {
    this.in = in;
  }

  /** Moves to the next piece; false at the end. */
  public boolean next() throws IOException {
    piece.setLength(0);
    int first = read();
    if (first < 0) {
      return false;
    }
    piece.append((char) first);
    if (first != '<') {
      text();
      kind = Kind.OTHER;
      return true;
    }
    int second = read();
    if (second < 0) {
      throw new IOException("Cannot read markup: it ends inside a tag");
    }
    piece.append((char) second);
    switch (second) {
      case '?' -> other("?>");
      case '!' -> declaration();
      default -> readTag();
    }
    return true;
  }

  public Kind kind() {
    return kind;
  }

  /** The piece as it was written. */
  public String raw() {
    return piece.toString();
  }

  /** The tag at hand. */
  public Tag tag() {
    return new Tag(piece.toString());
  }

  /** Whether a start tag or an empty element of this local name is at hand. */
  public boolean starts(String local) {
    return (kind == Kind.START || kind == Kind.EMPTY) && named(1, local);
  }

  /** Whether an end tag of this local name is at hand. */
  public boolean ends(String local) {
    return kind == Kind.END && named(2, local);
  }

  public boolean isEmpty() {
    return kind == Kind.EMPTY;
  }

  private boolean named(int from, String local) {
    int end = from;
    int start = from;
    while (end < piece.length()) {
      char c = piece.charAt(end);
      if (c == ':') {
        start = end + 1;
      } else if (c == '>' || c == '/' || c <= ' ') {
        break;
      }
      end++;
    }
    if (end - start != local.length()) {
      return false;
    }
    for (int i = 0; i < local.length(); i++) {
      if (piece.charAt(start + i) != local.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void text() throws IOException {
    while (true) {
      if (at >= filled && !fill()) {
        return;
      }
      int from = at;
      while (at < filled && block[at] != '<') {
        at++;
      }
      piece.append(block, from, at - from);
      if (at < filled) {
        return;
      }
    }
  }

  private void declaration() throws IOException {
    int third = read();
    piece.append((char) third);
    other(third == '-' ? "-->" : "]]>");
  }

  private void other(String end) throws IOException {
    kind = Kind.OTHER;
    while (piece.length() < end.length() + 2 || !endsWith(end)) {
      int next = read();
      if (next < 0) {
        throw new IOException("Cannot read markup: it ends inside a comment");
      }
      piece.append((char) next);
    }
  }

  private boolean endsWith(String end) {
    int from = piece.length() - end.length();
    for (int i = 0; i < end.length(); i++) {
      if (piece.charAt(from + i) != end.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void readTag() throws IOException {
    char quote = 0;
    char last = piece.charAt(1);
    if (last != '>') {
      while (true) {
        int next = read();
        if (next < 0) {
          throw new IOException("Cannot read markup: it ends inside a tag");
        }
        char c = (char) next;
        piece.append(c);
        if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == '>') {
          break;
        }
      }
    }
    kind =
        piece.charAt(1) == '/'
            ? Kind.END
            : piece.charAt(piece.length() - 2) == '/' ? Kind.EMPTY : Kind.START;
  }

  private int read() throws IOException {
    return at < filled || fill() ? block[at++] : -1;
  }

  private boolean fill() throws IOException {
    filled = Math.max(0, in.read(block, 0, BLOCK));
    at = 0;
    return filled > 0;
  }
}
