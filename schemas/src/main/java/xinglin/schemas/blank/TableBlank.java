package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.Subject;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.value.Labels;

/** Prints a table of figures with a header above its rows. */
final class TableBlank {
  private final FormDefinition form;
  private final TableLayout layout;
  private final Slots slots;
  private final Widths widths;
  private final HeaderRows header;
  private final List<PrintedRow> rows;
  private final int first;
  private final List<Printed> printed = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();

  TableBlank(FormDefinition form, TableLayout layout, Slots slots) {
    this.form = form;
    this.layout = layout;
    this.slots = slots;
    this.widths = new Widths(form.print().widths());
    this.header = new HeaderRows(layout.columns(), form.print());
    this.rows = new PrintedRows(form, layout.rows(), slots).list();
    this.first = layout.rows().kind() == RowKey.Kind.SINGLE ? 0 : 1 + groups();
  }

  BlankTable print() {
    printed.addAll(header.cells(first));
    List<Integer> columnWidths = new ArrayList<>();
    for (int level = 0; level < first - 1; level++) {
      columnWidths.add(groupColumn(level));
    }
    if (first > 0) {
      columnWidths.add(labelColumn());
    }
    for (int row = 0; row < rows.size(); row++) {
      row(row);
    }
    for (int column = 0; column < layout.columns().size(); column++) {
      columnWidths.add(width(column));
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

  /** Header of the column that names the rows, and its width. */
  private int labelColumn() {
    List<String> known = layout.rows().labels();
    String label = known.isEmpty() ? "项目" : known.get(0);
    String corner = form.print().corner();
    boolean cut = !corner.isEmpty();
    printed.add(
        new Printed(
            new Area(0, 0, header.depth(), first),
            cut ? corner + "\n" + label : label,
            cut ? Printed.Look.CORNER : Printed.Look.HEADER));
    List<String> labels = new ArrayList<>(rows.stream().map(PrintedRow::label).toList());
    labels.add(cut ? label + "　" + corner : label);
    labels.addAll(slots.places().stream().limit(1).toList());
    return widths.ofLabels("rows", labels);
  }

  private int groups() {
    return rows.stream().mapToInt(row -> row.groups().size()).max().orElse(0);
  }

  /** Groups of this level, each beside all its rows; its width. */
  private int groupColumn(int level) {
    List<String> words = new ArrayList<>(List.of(""));
    for (int row = 0; row < rows.size(); ) {
      int end = row + 1;
      List<String> groups = rows.get(row).groups();
      if (groups.size() > level) {
        List<String> path = groups.subList(0, level + 1);
        while (end < rows.size() && startsWith(rows.get(end).groups(), path)) {
          end++;
        }
        Area area = new Area(header.depth() + row, level, end - row, 1);
        printed.add(new Printed(area, groups.get(level), Printed.Look.LABEL));
        words.add(groups.get(level));
      }
      row = end;
    }
    return widths.ofLabels("groups", words);
  }

  private static boolean startsWith(List<String> groups, List<String> path) {
    return groups.size() >= path.size() && groups.subList(0, path.size()).equals(path);
  }

  /** As wide as the widest thing that its cells may hold. */
  private int width(int column) {
    int widest = 0;
    for (Field field : fields) {
      if (field.area().column() == first + column) {
        widest = Math.max(widest, widths.of(field.slot(), header.label(column)));
      }
    }
    return Math.max(6, widest);
  }

  private void row(int index) {
    PrintedRow row = rows.get(index);
    int at = header.depth() + index;
    if (row.kind() == PrintedRow.Kind.SECTION) {
      Area area = new Area(at, 0, 1, first + layout.columns().size());
      printed.add(new Printed(area, row.label(), Printed.Look.HEADER));
      return;
    }
    int left = row.groups().size();
    if (first > 0 && row.label().isEmpty()) {
      fields.add(
          Field.of(
              new Area(at, left, 1, first - left),
              slots.place(row.key(), layout.rows().labels().get(0))));
    } else if (first > 0) {
      printed.add(
          new Printed(new Area(at, left, 1, first - left), row.label(), Printed.Look.LABEL));
    }
    for (int column = 0; column < layout.columns().size(); column++) {
      cell(row, index, column);
    }
  }

  private void cell(PrintedRow row, int index, int column) {
    Item item = layout.columns().get(column);
    Area area = Area.cell(header.depth() + index, first + column);
    String words = header.label(column).replace("\n", "");
    List<String> side = new ArrayList<>(row.groups());
    side.add(row.label());
    String label = row.label().isEmpty() ? words : String.join("·", side) + "·" + words;
    Subject subject = row.subject().and(item.subject());
    if (item.isMeasure()) {
      slots
          .figure(item, subject, row.key(), header.label(column), label)
          .map(slot -> unitBeside(row, unitOfRow(row, slot, header.label(column))))
          .ifPresentOrElse(
              slot -> fields.add(new Field(area, slot, parts(row, item, index, column, slot))),
              () -> printed.add(new Printed(area, "", Printed.Look.LABEL)));
      return;
    }
    Optional<Measure> measure =
        row.subject().measure().flatMap(slots.vocabulary().measures()::find);
    if (item.use() == Item.Use.PART && measure.isPresent()) {
      fields.add(Field.of(area, slots.part(item, row.key(), measure.get())));
    } else if (item.use() == Item.Use.PART && row.isTotal()) {
      printed.add(new Printed(area, "", Printed.Look.LABEL));
    } else {
      Slot slot =
          switch (item.use()) {
            case BLOCKS -> BlockSlots.of(layout, item, row.key(), header.label(column));
            case PART -> slots.part(item, row.key(), header.label(column));
            default -> slots.column(item, row.key(), header.label(column));
          };
      fields.add(Field.of(area, slot));
    }
  }

  /** An amount is in the unit that its row names where its header names none. */
  private static Slot unitOfRow(PrintedRow row, Slot slot, String header) {
    return slot.kind() == Slot.Kind.MONEY && Labels.unit(header).isEmpty()
        ? Labels.unit(row.label()).map(slot::in).orElse(slot)
        : slot;
  }

  /** Where a column names the unit of each row, an amount is in that unit. */
  private Slot unitBeside(PrintedRow row, Slot slot) {
    boolean beside =
        row.subject().measure().isPresent()
            && slot.kind() == Slot.Kind.MONEY
            && layout.columns().stream()
                .anyMatch(item -> item.use() == Item.Use.PART && item.name().equals("unit"));
    return beside ? slot.in(Slots.MONEY_UNIT) : slot;
  }

  /** Cells that a total adds up: those above it, or for a total column those beside it. */
  private List<Area> parts(PrintedRow row, Item item, int index, int column, Slot slot) {
    List<Area> parts = new ArrayList<>();
    if (slot.kind() != Slot.Kind.COUNT && slot.kind() != Slot.Kind.MONEY) {
      return parts;
    }
    if (row.isTotal()) {
      for (int other = 0; other < rows.size(); other++) {
        PrintedRow part = rows.get(other);
        boolean here =
            row.kind() == PrintedRow.Kind.TOTAL
                || (other < index && part.section() == row.section());
        if (part.kind() == PrintedRow.Kind.LINE && here) {
          parts.add(Area.cell(header.depth() + other, first + column));
        }
      }
    } else if (item.isTotal()) {
      for (int other = 0; other < layout.columns().size(); other++) {
        Item part = layout.columns().get(other);
        boolean same = part.subject().measure().equals(item.subject().measure());
        if (part.use() == Item.Use.MEASURE && part.subject().role().isEmpty() && same) {
          parts.add(Area.cell(header.depth() + index, first + other));
        }
      }
    }
    return parts;
  }
}
