package xinglin.schemas.blank;

/**
 * A cell with words that are not to be changed.
 *
 * @param look how it stands in the table
 */
public record Printed(Area area, String text, Look look) {

  /** How a printed cell looks. */
  public enum Look {
    HEADER,
    /** Cut by a diagonal; the words for the columns first, then those for the rows. */
    CORNER,
    /** Names a row. */
    LABEL,
    /** Heading of several rows, its characters one below the other. */
    GROUP,
    /** Says something in the body of a table. */
    TEXT
  }

  Printed turned() {
    return new Printed(area.turned(), text, look);
  }
}
