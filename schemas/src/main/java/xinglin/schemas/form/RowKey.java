package xinglin.schemas.form;

import java.util.List;

/**
 * What tells the rows of a table apart.
 *
 * @param kind fixed items, divisions, one row only, or open register lines
 * @param labels header of the label column, if it has one
 * @param items for fixed rows
 * @param sections headings that say something of all rows below them, up to the next
 */
public record RowKey(Kind kind, List<String> labels, List<Item> items, List<Item> sections) {

  public RowKey {
    labels = List.copyOf(labels);
    items = List.copyOf(items);
    sections = List.copyOf(sections);
  }

  /** Kinds of rows. */
  public enum Kind {
    /** Each row is a practice type or a total. */
    CATEGORY,
    /** Each row is a division. */
    DIVISION,
    /** Each row is a measure. */
    MEASURE,
    /** Each row is a part of the period: a month, a quarter. */
    PERIOD,
    /** One row without a label. */
    SINGLE,
    /** Each row is a line of a register. */
    LINES
  }
}
