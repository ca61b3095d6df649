package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.FormPrint;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;

/** Prints a table with a header above its rows. */
final class TableBlank {
  private static final int OPEN_ROWS = 12;
  private static final int MOST_DIVISIONS = 120;
  private final FormDefinition form;
  private final TableLayout layout;
  private final Slots slots;
  private final Widths widths;
  private final Optional<Division> reporter;
  private final HeaderRows header;
  private final List<Printed> printed = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();

  TableBlank(FormDefinition form, TableLayout layout, Slots slots, Optional<Division> reporter) {
    this.form = form;
    this.layout = layout;
    this.slots = slots;
    this.widths = new Widths(form.print().widths());
    this.reporter = reporter;
    this.header = new HeaderRows(layout.columns(), form.print());
  }

  BlankTable print() {
    RowKey key = layout.rows();
    boolean labelled = key.kind() != RowKey.Kind.SINGLE;
    int first = labelled ? 1 : 0;
    printed.addAll(header.cells(first));
    List<Integer> columnWidths = new ArrayList<>();
    List<Row> rows = rows();
    if (labelled) {
      String label = key.labels().isEmpty() ? "项目" : key.labels().get(0);
      boolean cut = !form.print().corner().isEmpty();
      String text = cut ? form.print().corner() + "\n" + label : label;
      Printed.Look look = cut ? Printed.Look.CORNER : Printed.Look.HEADER;
      printed.add(new Printed(new Area(0, 0, header.depth(), 1), text, look));
      List<String> labels = new ArrayList<>(rows.stream().map(Row::label).toList());
      labels.add(cut ? label + "　" + form.print().corner() : label);
      labels.addAll(slots.places().stream().limit(1).toList());
      columnWidths.add(widths.ofLabels("rows", labels));
    }
    for (int row = 0; row < rows.size(); row++) {
      row(rows.get(row), header.depth() + row, first, rows);
    }
    for (int column = 0; column < layout.columns().size(); column++) {
      String text = header.label(column);
      Slot slot = slot(layout.columns().get(column), new Row("", "", false), text);
      columnWidths.add(widths.of(slot, text));
    }
    BlankTable table =
        new BlankTable(
            columnWidths,
            header.depth(),
            first,
            header.depth() + rows.size(),
            false,
            printed,
            fields);
    return layout.turned() ? table.turned() : table;
  }

  /** A printed row: what it stands for and the words in front of it. */
  private record Row(String key, String label, boolean total) {}

  private List<Row> rows() {
    RowKey key = layout.rows();
    List<Row> rows = new ArrayList<>();
    if (key.kind() == RowKey.Kind.SINGLE) {
      return List.of(new Row("", "", false));
    }
    if (key.kind() == RowKey.Kind.DIVISION) {
      rows.addAll(divisions());
    }
    for (Item item : key.items()) {
      boolean total = item.use() == Item.Use.TOTAL;
      rows.add(new Row(total ? "total" : item.category(), item.labels().get(0), total));
    }
    return rows;
  }

  private List<Row> divisions() {
    FormPrint print = form.print();
    if (print.rowsOf() == FormPrint.RowsOf.REPORTER) {
      return List.of(
          reporter
              .map(known -> new Row(known.code(), known.name(), false))
              .orElse(new Row("#1", "", false)));
    }
    List<Division> known =
        reporter
            .map(division -> slots.below(division.code()))
            .orElseGet(
                () ->
                    slots.campaigns().size() == 1
                        ? slots.below(slots.campaigns().get(0).scope())
                        : List.of());
    List<Row> rows = new ArrayList<>();
    if (print.rows() == 0 && !known.isEmpty() && known.size() <= MOST_DIVISIONS) {
      known.forEach(division -> rows.add(new Row(division.code(), division.name(), false)));
      return rows;
    }
    for (int line = 1; line <= (print.rows() == 0 ? OPEN_ROWS : print.rows()); line++) {
      rows.add(new Row("#" + line, "", false));
    }
    return rows;
  }

  private void row(Row row, int at, int first, List<Row> all) {
    if (first > 0 && row.label().isEmpty()) {
      fields.add(Field.of(Area.cell(at, 0), slots.place(row.key(), layout.rows().labels().get(0))));
    } else if (first > 0) {
      printed.add(new Printed(Area.cell(at, 0), row.label(), Printed.Look.LABEL));
    }
    for (int column = 0; column < layout.columns().size(); column++) {
      Item item = layout.columns().get(column);
      Area area = Area.cell(at, first + column);
      if (item.use() == Item.Use.PART && row.total()) {
        printed.add(new Printed(area, "", Printed.Look.LABEL));
        continue;
      }
      Slot slot = slot(item, row, header.label(column));
      List<Area> parts = new ArrayList<>();
      if (row.total() && isAdditive(item)) {
        for (int other = 0; other < all.size(); other++) {
          if (!all.get(other).total()) {
            parts.add(Area.cell(header.depth() + other, first + column));
          }
        }
      }
      fields.add(new Field(area, slot, parts));
    }
  }

  private boolean isAdditive(Item item) {
    return item.isMeasure()
        && slots.vocabulary().measures().find(item.name()).filter(Measure::isAdditive).isPresent();
  }

  private Slot slot(Item item, Row row, String header) {
    String label = (row.label().isEmpty() ? "" : row.label() + "·") + header.replace("\n", "");
    return switch (item.use()) {
      case MEASURE, TOTAL -> slots.figure(item, row.key(), header, label);
      case BLOCKS -> blocks(item, row, header);
      case PART -> slots.part(item, row.key(), header);
      case COLUMN, IGNORED -> slots.column(item, row.key(), header);
    };
  }

  /** The labels of a block, spaced to the same width, each with room behind it. */
  private Slot blocks(Item item, Row row, String header) {
    List<String> labels =
        layout.blocks().stream()
            .filter(field -> field.from().isEmpty())
            .map(field -> field.labels().get(0))
            .toList();
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = labels.stream().map(label -> spaced(label, longest) + "：").toList();
    return new Slot(
        item.name(),
        row.key(),
        Slot.Kind.LONG_TEXT,
        header,
        "每一户填写一组（" + String.join("、", labels) + "），多户的接着往下写",
        List.of(),
        String.join("\n", lines),
        "");
  }

  private static String spaced(String label, int length) {
    int gaps = label.length() - 1;
    int spaces = 2 * (length - label.length());
    if (gaps < 1 || spaces <= 0) {
      return label;
    }
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < label.length(); at++) {
      text.append(label.charAt(at));
      if (at < gaps) {
        text.append(" ".repeat(spaces / gaps));
      }
    }
    return text.toString();
  }
}
