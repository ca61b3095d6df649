package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A printed table.
 *
 * @param widths of its columns, in half-width characters
 * @param headerRows rows to print again on every page; they stay in sight when scrolling
 * @param labelColumns columns that stay in sight when scrolling
 * @param rows ruled rows, header included
 * @param grows whether further lines may be added below
 */
public record BlankTable(
    List<Integer> widths,
    int headerRows,
    int labelColumns,
    int rows,
    boolean grows,
    List<Printed> printed,
    List<Field> fields) {

  public BlankTable {
    widths = List.copyOf(widths);
    printed = List.copyOf(printed);
    fields = List.copyOf(fields);
  }

  /** The same with these cells to fill in. */
  public BlankTable with(List<Field> others) {
    return new BlankTable(widths, headerRows, labelColumns, rows, grows, printed, others);
  }

  public int columns() {
    return widths.size();
  }

  /** Width of the whole table in half-width characters. */
  public int width() {
    return widths.stream().mapToInt(Integer::intValue).sum();
  }

  /** Printed on its side: labels down, rows across. */
  BlankTable turned() {
    int labels = 8;
    for (Printed cell : printed) {
      if (cell.area().row() < headerRows) {
        labels = Math.max(labels, 2 * cell.text().replace("\n", "").length() + 2);
      }
    }
    List<Integer> turnedWidths = new ArrayList<>(Collections.nCopies(rows, 14));
    for (int column = 0; column < headerRows; column++) {
      turnedWidths.set(column, Math.min(36, labels));
    }
    return new BlankTable(
        turnedWidths,
        labelColumns,
        headerRows,
        widths.size(),
        false,
        printed.stream().map(Printed::turned).toList(),
        fields.stream().map(Field::turned).toList());
  }
}
