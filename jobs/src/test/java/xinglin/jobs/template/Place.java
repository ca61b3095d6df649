package xinglin.jobs.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.Field;
import xinglin.schemas.blank.Line;
import xinglin.schemas.blank.Slot;

/**
 * A place of a blank form, in the order in which a Word file prints them.
 *
 * @param sheet index of the sheet; -1 in a letter
 * @param line index of the line, above the table first, then below; -1 for a cell of the table
 * @param field of the table; the line's slot stands in {@code slot} alone
 */
record Place(int sheet, int line, Slot slot, List<Field> field) {

  static List<Place> of(BlankForm form) {
    List<Place> places = new ArrayList<>();
    for (int line = 0; line < form.paragraphs().size(); line++) {
      add(places, -1, line, form.paragraphs().get(line));
    }
    for (int index = 0; index < form.sheets().size(); index++) {
      BlankSheet sheet = form.sheets().get(index);
      int above = sheet.above().size();
      for (int line = 0; line < above; line++) {
        add(places, index, line, sheet.above().get(line));
      }
      int number = index;
      sheet.table().fields().stream()
          .sorted(
              Comparator.comparingInt((Field field) -> field.area().row())
                  .thenComparingInt(field -> field.area().column()))
          .forEach(field -> places.add(new Place(number, -1, field.slot(), List.of(field))));
      for (int line = 0; line < sheet.below().size(); line++) {
        add(places, index, above + line, sheet.below().get(line));
      }
    }
    return places;
  }

  private static void add(List<Place> places, int sheet, int number, Line line) {
    line.slots().forEach(slot -> places.add(new Place(sheet, number, slot, List.of())));
  }

  /** Places are looked up by the thousand: where it stands tells nearly all of them apart. */
  @Override
  public int hashCode() {
    return isCell()
        ? 31 * (31 * sheet + cell().area().row()) + cell().area().column()
        : 31 * line - sheet;
  }

  boolean isCell() {
    return !field.isEmpty();
  }

  Field cell() {
    return field.get(0);
  }

  /** A1 within the sheet: below its lines in a workbook, from the first row in a Word table. */
  String address(BlankForm form, boolean workbook) {
    return cell().area().a1(workbook ? form.sheets().get(sheet).above().size() : 0);
  }
}
