package xinglin.jobs.open.guard;

/**
 * Looks for a document type declaration in the bytes of one part, block by block, whatever Unicode
 * encoding the part has: zero bytes are skipped, so UTF-16 and UTF-32 look like ASCII. No parser
 * has to be trusted for it.
 */
public final class DoctypeScan {
  private static final byte[] WORD = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

  private int matched;
  private boolean started;
  private boolean markup;
  private boolean found;

  void accept(byte[] block, int length) {
    int at = 0;
    while (at < length && !started) {
      start(block[at++]);
    }
    if (!markup || found) {
      return;
    }
    int state = matched;
    for (int i = Math.max(0, at - 1); i < length; i++) {
      if (state == 0) {
        while (i < length && block[i] != '<') {
          i++;
        }
        state = i < length ? 1 : 0;
        continue;
      }
      byte here = block[i];
      if (here == WORD[state]) {
        if (++state == WORD.length) {
          found = true;
          return;
        }
      } else if (here != 0) {
        state = here == '<' ? 1 : 0;
      }
    }
    matched = state;
  }

  private void start(byte here) {
    boolean mark =
        here == (byte) 0xef
            || here == (byte) 0xbb
            || here == (byte) 0xbf
            || here == (byte) 0xfe
            || here == (byte) 0xff;
    if (here != 0 && !mark && here != ' ' && here != '\n' && here != '\r' && here != '\t') {
      started = true;
      markup = here == '<';
    }
  }

  /** Whether the part starts like XML. */
  boolean markup() {
    return markup;
  }

  /** Whether the part holds anything at all. */
  boolean filled() {
    return started;
  }

  boolean found() {
    return found;
  }
}
