package xinglin.schemas.form;

import java.util.List;

/**
 * One table of a form.
 *
 * @param shape header above rows, a list of labels with a value beside each, or such a list written
 *     as text
 * @param turned whether the form is printed on its side (labels down, rows across)
 * @param role role of its figures where they are neither observations nor totals: published, target
 * @param rows what tells its rows apart
 * @param columns its columns, or the entries of a list
 * @param period how the period of its figures is found where that differs from the form's
 * @param optional whether the form is complete without it
 * @param categories code list that rows and columns break figures down by
 */
public record TableLayout(
    Shape shape,
    boolean turned,
    xinglin.schemas.reading.Figure.Role role,
    RowKey rows,
    List<Item> columns,
    PeriodRule period,
    boolean optional,
    List<BlockField> blocks,
    String blocksTable,
    String categories) {

  public TableLayout {
    columns = List.copyOf(columns);
    blocks = List.copyOf(blocks);
  }

  /** Items that must be there for the table to be complete. */
  public List<Item> required() {
    return columns.stream().filter(Item::required).toList();
  }

  /** Whether its labels stand alone, each with a value of its own. */
  public boolean isList() {
    return shape != Shape.TABLE;
  }

  /** Shapes of tables. */
  public enum Shape {
    /** A header above rows. */
    TABLE,
    /** Labels anywhere, each with its value in the cell beside or below. */
    LIST,
    /** Labels in running text, each with its value behind a colon. */
    TEXT
  }
}
