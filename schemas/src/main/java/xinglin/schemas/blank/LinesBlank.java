package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;

/** Prints tables whose every row is a line: of a register, or one measure. */
final class LinesBlank {
  private static final int OPEN_ROWS = 20;
  private static final String SERIAL = "serial";
  private final FormDefinition form;
  private final TableLayout layout;
  private final Slots slots;
  private final Widths widths;
  private final List<Printed> printed = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();

  LinesBlank(FormDefinition form, TableLayout layout, Slots slots) {
    this.form = form;
    this.layout = layout;
    this.slots = slots;
    this.widths = new Widths(form.print().widths());
  }

  /** A register: empty ruled lines, numbered where it has a column for that. */
  BlankTable register() {
    List<Item> columns =
        layout.columns().stream()
            .filter(this::isPrinted)
            .sorted(Comparator.comparing(item -> !isSerial(item)))
            .toList();
    HeaderRows header = new HeaderRows(columns, form.print());
    printed.addAll(header.cells(0));
    int rows = form.print().rows() == 0 ? OPEN_ROWS : form.print().rows();
    List<Integer> columnWidths = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      Item item = columns.get(column);
      String label = header.label(column);
      columnWidths.add(isSerial(item) ? 6 : widths.of(slots.column(item, "", label), label));
      for (int line = 1; line <= rows; line++) {
        Area area = Area.cell(header.depth() + line - 1, column);
        if (isSerial(item)) {
          printed.add(new Printed(area, Integer.toString(line), Printed.Look.LABEL));
        } else {
          fields.add(Field.of(area, slots.column(item, "#" + line, label)));
        }
      }
    }
    BlankTable table =
        new BlankTable(
            columnWidths,
            header.depth(),
            columns.isEmpty() || !isSerial(columns.get(0)) ? 0 : 1,
            header.depth() + rows,
            true,
            printed,
            fields);
    return layout.turned() ? table.turned() : table;
  }

  /** What is read but not kept is printed only if the definition says how. */
  private boolean isPrinted(Item item) {
    return item.use() != Item.Use.IGNORED
        || isSerial(item)
        || form.print().headers().containsKey(item.name());
  }

  private static boolean isSerial(Item item) {
    return item.use() == Item.Use.IGNORED && item.name().equals(SERIAL);
  }

  /** One measure a row, with its period, unit and source. */
  BlankTable measures() {
    HeaderRows header = new HeaderRows(layout.columns(), form.print());
    printed.addAll(header.cells(0));
    List<Item> rows = layout.rows().items();
    for (int row = 0; row < rows.size(); row++) {
      row(rows.get(row), header.depth() + row);
    }
    List<Integer> columnWidths = new ArrayList<>();
    for (int column = 0; column < layout.columns().size(); column++) {
      Item item = layout.columns().get(column);
      String label = header.label(column);
      columnWidths.add(
          item.name().equals("measure")
              ? widths.ofLabels("measure", rows.stream().map(row -> row.labels().get(0)).toList())
              : widths.of(slots.column(item, "", label), label));
    }
    return new BlankTable(
        columnWidths, header.depth(), 1, header.depth() + rows.size(), false, printed, fields);
  }

  private void row(Item row, int at) {
    Optional<Measure> measure =
        slots.vocabulary().measures().find(row.subject().measure().orElse(row.name()));
    if (measure.isEmpty()) {
      return;
    }
    for (int column = 0; column < layout.columns().size(); column++) {
      Item item = layout.columns().get(column);
      Area area = Area.cell(at, column);
      if (item.name().equals("measure")) {
        printed.add(new Printed(area, row.labels().get(0), Printed.Look.LABEL));
      } else {
        fields.add(Field.of(area, slots.part(item, row.name(), measure.get())));
      }
    }
  }
}
