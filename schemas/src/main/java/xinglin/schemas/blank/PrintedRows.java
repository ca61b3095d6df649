package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.FormPrint;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.Subject;

/** The rows that a table prints: its items, its divisions, under each of its sections. */
final class PrintedRows {
  private static final int OPEN_ROWS = 12;
  private static final int MOST_DIVISIONS = 120;
  private final FormDefinition form;
  private final RowKey key;
  private final Slots slots;
  private final List<PrintedRow> rows = new ArrayList<>();

  PrintedRows(FormDefinition form, RowKey key, Slots slots) {
    this.form = form;
    this.key = key;
    this.slots = slots;
  }

  List<PrintedRow> list() {
    if (key.kind() == RowKey.Kind.SINGLE) {
      return List.of(new PrintedRow(PrintedRow.Kind.LINE, "", "", 0, Subject.NOTHING));
    }
    if (key.sections().isEmpty()) {
      lines(0, Subject.NOTHING, "");
    }
    for (int number = 1; number <= key.sections().size(); number++) {
      Item section = key.sections().get(number - 1);
      String label = section.labels().isEmpty() ? "" : section.labels().get(0);
      rows.add(new PrintedRow(PrintedRow.Kind.SECTION, label, label, number, section.subject()));
      lines(number, section.subject(), section.name() + "/");
    }
    boolean several =
        key.kind() != RowKey.Kind.DIVISION || form.print().rowsOf() == FormPrint.RowsOf.CHILDREN;
    for (Item item : key.items()) {
      if (item.use() == Item.Use.TOTAL && (several || item.required())) {
        add(item, PrintedRow.Kind.TOTAL, 0, Subject.NOTHING, "");
      }
    }
    return rows;
  }

  private void lines(int section, Subject subject, String prefix) {
    if (key.kind() == RowKey.Kind.DIVISION) {
      divisions(section, subject, prefix);
    }
    for (Item item : key.items()) {
      if (item.use() == Item.Use.SUBTOTAL) {
        add(item, PrintedRow.Kind.SUBTOTAL, section, subject, prefix);
      } else if (item.use() != Item.Use.TOTAL) {
        add(item, PrintedRow.Kind.LINE, section, subject, prefix);
      }
    }
  }

  private void add(Item item, PrintedRow.Kind kind, int section, Subject subject, String prefix) {
    String name = kind == PrintedRow.Kind.LINE ? item.name() : "total";
    String label = item.labels().isEmpty() ? item.name() : item.labels().get(0);
    String group = item.groups().isEmpty() ? "" : String.join("/", item.groups()) + "/";
    rows.add(
        new PrintedRow(
            kind,
            prefix + group + name,
            label,
            item.groups(),
            section,
            subject.and(item.subject())));
  }

  private void divisions(int section, Subject subject, String prefix) {
    FormPrint print = form.print();
    List<Division> known = known(print);
    for (Division division : known) {
      rows.add(
          new PrintedRow(
              PrintedRow.Kind.LINE,
              prefix + division.code(),
              division.name(),
              section,
              subject.and(Subject.ofDivision(division.code()))));
    }
    boolean one = print.rowsOf() == FormPrint.RowsOf.REPORTER;
    int open = one ? 1 : print.rows() == 0 ? OPEN_ROWS : print.rows();
    for (int line = 1; known.isEmpty() && line <= open; line++) {
      rows.add(new PrintedRow(PrintedRow.Kind.LINE, prefix + "#" + line, "", section, subject));
    }
  }

  /** Divisions whose names are printed; none where they are to be filled in. */
  private List<Division> known(FormPrint print) {
    if (print.rowsOf() == FormPrint.RowsOf.REPORTER) {
      return slots.reporter().stream().toList();
    }
    String above =
        slots
            .reporter()
            .map(Division::code)
            .orElse(slots.campaigns().size() == 1 ? slots.campaigns().get(0).scope() : "");
    List<Division> below = above.isEmpty() ? List.of() : slots.below(above);
    return print.rows() > 0 || below.size() > MOST_DIVISIONS ? List.of() : below;
  }
}
