package xinglin.jobs.mark.xls;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the last sheet of a BIFF8 stream the first one. POI's own way of ordering sheets takes
 * numbers of references for numbers of sheets and so leads formulas and print areas of other
 * programs' files astray; here only numbers of sheets and places in the stream change.
 */
final class SheetOrder {
  private static final int BOUNDSHEET = 0x85;
  private static final int EXTERNSHEET = 0x17;
  private static final int SUPBOOK = 0x1ae;
  private static final int NAME = 0x18;
  private static final int WINDOW1 = 0x3d;
  private static final int INDEX = 0x20b;
  private static final int END = 0x0a;
  private static final int HEAD = 4;
  private static final int INTERNAL = 0x0401;
  private static final int SPECIAL = 0xfffe;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final List<Integer> sheets = new ArrayList<>();
  private final List<Integer> names = new ArrayList<>();
  private final List<Integer> references = new ArrayList<>();
  private int books;
  private int internal = -1;
  private int window = -1;

  private SheetOrder(byte[] stream) {
    this.bytes = stream.clone();
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The stream with its last sheet first. */
  static byte[] lastFirst(byte[] stream) {
    SheetOrder order = new SheetOrder(stream);
    order.scan();
    if (order.sheets.size() > 1) {
      order.change();
    }
    return order.bytes;
  }

  /** Finds the records of the workbook itself, which end before the first sheet. */
  private void scan() {
    for (int at = 0; at + HEAD <= bytes.length; at += HEAD + u16(at + 2)) {
      switch (u16(at)) {
        case BOUNDSHEET -> sheets.add(at);
        case NAME -> names.add(at);
        case EXTERNSHEET -> references.add(at);
        case SUPBOOK -> {
          if (u16(at + 2) == 4 && u16(at + HEAD + 2) == INTERNAL) {
            internal = books;
          }
          books++;
        }
        case WINDOW1 -> window = window < 0 ? at : window;
        case END -> {
          return;
        }
        default -> {}
      }
    }
  }

  private void change() {
    int last = sheets.size() - 1;
    for (int at : names) {
      int sheet = u16(at + HEAD + 8);
      if (sheet > 0) {
        put(at + HEAD + 8, moved(sheet - 1, last) + 1);
      }
    }
    for (int at : references) {
      int count = u16(at + HEAD);
      for (int i = 0; i < count && 6 * (i + 1) + 2 <= u16(at + 2); i++) {
        int entry = at + HEAD + 2 + 6 * i;
        if (u16(entry) == internal) {
          put(entry + 2, moved(u16(entry + 2), last));
          put(entry + 4, moved(u16(entry + 4), last));
        }
      }
    }
    if (window >= 0) {
      put(window + HEAD + 10, 0);
      put(window + HEAD + 12, 0);
    }
    moveContent(last);
    int from = sheets.get(0);
    int ours = sheets.get(last);
    int length = HEAD + u16(ours + 2);
    byte[] record = new byte[length];
    System.arraycopy(bytes, ours, record, 0, length);
    System.arraycopy(bytes, from, bytes, from + length, ours - from);
    System.arraycopy(record, 0, bytes, from, length);
  }

  /** The sheets themselves lie in the order of their names, too. */
  private void moveContent(int last) {
    int first = buffer.getInt(sheets.get(0) + HEAD);
    int ours = buffer.getInt(sheets.get(last) + HEAD);
    int length = bytes.length - ours;
    byte[] content = new byte[length];
    System.arraycopy(bytes, ours, content, 0, length);
    System.arraycopy(bytes, first, bytes, first + length, ours - first);
    System.arraycopy(content, 0, bytes, first, length);
    buffer.putInt(sheets.get(last) + HEAD, first);
    for (int i = 0; i < last; i++) {
      buffer.putInt(sheets.get(i) + HEAD, buffer.getInt(sheets.get(i) + HEAD) + length);
    }
    index(first, first + length, first - ours);
    index(first + length, bytes.length, length);
  }

  /** Indexes of rows hold places in the stream. */
  private void index(int from, int to, int by) {
    for (int at = from; at + HEAD <= to; at += HEAD + u16(at + 2)) {
      if (u16(at) == INDEX) {
        for (int place = at + HEAD + 12; place + 4 <= at + HEAD + u16(at + 2); place += 4) {
          int old = buffer.getInt(place);
          buffer.putInt(place, old == 0 ? 0 : old + by);
        }
      }
    }
  }

  private static int moved(int sheet, int last) {
    return sheet >= SPECIAL || sheet > last ? sheet : sheet == last ? 0 : sheet + 1;
  }

  private int u16(int at) {
    return at + 1 < bytes.length ? buffer.getShort(at) & 0xffff : 0;
  }

  private void put(int at, int value) {
    buffer.putShort(at, (short) value);
  }
}
