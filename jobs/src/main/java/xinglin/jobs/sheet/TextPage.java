package xinglin.jobs.sheet;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.blank.Area;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.BlankTable;
import xinglin.schemas.blank.Line;
import xinglin.schemas.blank.Printed;

/**
 * A page of words behind a form. Its cells hold no bare number and no bare date: whoever reads the
 * file again must not take them for figures.
 */
public final class TextPage {
  private TextPage() {}

  /**
   * @param widths of the columns in half-width characters
   */
  public static BlankSheet of(
      String name,
      List<Line> above,
      List<String> header,
      List<Integer> widths,
      List<List<String>> rows) {
    List<Printed> printed = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      printed.add(new Printed(new Area(0, column, 1, 1), header.get(column), Printed.Look.HEADER));
      for (int row = 0; row < rows.size(); row++) {
        printed.add(
            new Printed(
                new Area(row + 1, column, 1, 1), rows.get(row).get(column), Printed.Look.TEXT));
      }
    }
    BlankTable table = new BlankTable(widths, 1, 0, rows.size() + 1, false, printed, List.of());
    return new BlankSheet(name, above, table, List.of());
  }
}
