package xinglin.jobs.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.blank.Area;
import xinglin.schemas.blank.BlankTable;
import xinglin.schemas.blank.Field;
import xinglin.schemas.blank.Printed;
import xinglin.schemas.blank.Slot;
import xinglin.schemas.form.Subject;

/** Cells of a sheet that is written row by row. */
public final class SheetCells {
  private final List<Integer> widths;
  private final List<Printed> printed = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private int rows;

  public SheetCells(List<String> header, List<Integer> widths) {
    this.widths = widths;
    for (int column = 0; column < header.size(); column++) {
      printed.add(new Printed(at(column), header.get(column), Printed.Look.HEADER));
    }
    rows++;
  }

  private Area at(int column) {
    return new Area(rows, column, 1, 1);
  }

  public int row() {
    return rows;
  }

  public void next() {
    rows++;
  }

  public void heading(String text) {
    printed.add(new Printed(new Area(rows, 0, 1, widths.size()), text, Printed.Look.HEADER));
  }

  public void text(int column, String text) {
    printed.add(new Printed(at(column), text, Printed.Look.TEXT));
  }

  public void label(int column, int columns, String text) {
    printed.add(new Printed(new Area(rows, column, 1, columns), text, Printed.Look.LABEL));
  }

  /** A label beside several rows above the current one. */
  public void labelBeside(int column, int from, String text) {
    printed.add(new Printed(new Area(from, column, rows - from, 1), text, Printed.Look.LABEL));
  }

  /** A number that programs can add up; shaded where it is not known. */
  public void number(int column, String label, String text, boolean doubtful) {
    fields.add(new Field(at(column), slot(label, text), List.of(), doubtful));
  }

  /** The sum of a column's numbers. */
  public void sum(int column, String label, BigDecimal sum) {
    List<Area> parts =
        fields.stream().map(Field::area).filter(area -> area.column() == column).toList();
    fields.add(new Field(at(column), slot(label, plain(sum)), parts));
  }

  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Slot slot(String label, String text) {
    return new Slot("", "", Slot.Kind.COUNT, label, "分", List.of(), text, "分", Subject.NOTHING);
  }

  public BlankTable table() {
    return new BlankTable(widths, 1, 0, rows, false, printed, fields);
  }
}
