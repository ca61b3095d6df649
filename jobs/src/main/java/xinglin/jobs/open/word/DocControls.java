package xinglin.jobs.open.word;

import org.apache.poi.util.LittleEndian;

/**
 * Check boxes of forms of Word 97: a structure in the data stream says whether they are checked.
 */
final class DocControls {
  private static final int CHECK_BOX = 1;

  /** The result that stands for what the author of the form chose. */
  private static final int AS_MADE = 25;

  private DocControls() {}

  /**
   * ☑ or ☐; empty for anything that is no check box.
   *
   * @param offset where the structure lies in the data stream
   */
  static String shown(byte[] data, int offset) {
    int start = offset < 0 || offset > data.length - 8 ? -1 : offset + header(data, offset);
    if (start < 0 || start > data.length - 12 || LittleEndian.getInt(data, start) != -1) {
      return "";
    }
    int bits = LittleEndian.getUShort(data, start + 4);
    if ((bits & 3) != CHECK_BOX) {
      return "";
    }
    int result = bits >> 2 & 0x1f;
    if (result == AS_MADE) {
      int name = LittleEndian.getUShort(data, start + 10);
      int made = start + 12 + 2 * name + 2;
      result = made <= data.length - 2 ? LittleEndian.getUShort(data, made) : 0;
    }
    return DocxControls.sign(result == 1);
  }

  private static int header(byte[] data, int offset) {
    return LittleEndian.getUShort(data, offset + 4);
  }
}
