package xinglin.jobs.mutation;

/**
 * A paragraph.
 *
 * @param origin {@code 正文!P3} in the file as it was; empty for an added one
 */
record Line(String text, String origin) implements Part {
  Line saying(String newText) {
    return new Line(newText, origin);
  }
}
