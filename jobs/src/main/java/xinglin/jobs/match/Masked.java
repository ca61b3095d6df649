package xinglin.jobs.match;

/** Personal values as they may be shown to whoever looks through a list. */
final class Masked {
  private static final int AREA = 6;
  private static final int LAST = 2;

  private Masked() {}

  /** 章*华, 王*; longer ones keep their ends. */
  static String name(String name) {
    int[] points = name.codePoints().toArray();
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < points.length; at++) {
      boolean isEnd = at == 0 || (at == points.length - 1 && points.length > 2);
      shown.appendCodePoint(isEnd ? points[at] : '*');
    }
    return shown.toString();
  }

  /** Area and the last two places. */
  static String number(String number) {
    if (number.length() <= AREA + LAST) {
      return "*".repeat(number.length());
    }
    return number.substring(0, AREA)
        + "*".repeat(number.length() - AREA - LAST)
        + number.substring(number.length() - LAST);
  }

  /** The year. */
  static String birth(String date) {
    return date.length() > 4 ? date.substring(0, 4) + "-**-**" : date;
  }

  /** Without numbers of houses. */
  static String address(String address) {
    return address.replaceAll("[0-9０-９]", "*");
  }
}
