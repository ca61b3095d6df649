package xinglin.jobs.mutation.draft;

/**
 * A paragraph.
 *
 * @param origin {@code 正文!P3} in the file as it was; empty for an added one
 */
public record Line(String text, String origin) implements Part {
  public Line saying(String newText) {
    return new Line(newText, origin);
  }
}
