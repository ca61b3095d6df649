package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.value.Labels;

/** Prints a list of labels with a blank beside each. */
final class ListBlank {
  private static final int VALUE_WIDTH = 24;
  private static final int GROUP_WIDTH = 6;
  private final FormDefinition form;
  private final TableLayout layout;
  private final Slots slots;

  ListBlank(FormDefinition form, TableLayout layout, Slots slots) {
    this.form = form;
    this.layout = layout;
    this.slots = slots;
  }

  BlankTable print() {
    List<Item> items = layout.columns();
    List<String> labels = new ArrayList<>();
    for (int row = 0; row < items.size(); row++) {
      labels.add(label(items.get(row), items.get(Math.max(0, row - 1))));
    }
    HeaderRows beside = new HeaderRows(items, labels, form.print());
    int valueColumn = beside.depth();
    List<Printed> printed = new ArrayList<>();
    for (Printed cell : beside.cells(0)) {
      Area area = cell.area().turned();
      boolean leaf = area.right() == valueColumn && area.rows() == 1;
      printed.add(
          new Printed(
              area,
              leaf || area.rows() == 1 ? cell.text() : stacked(cell.text()),
              leaf ? Printed.Look.LABEL : Printed.Look.GROUP));
    }
    List<Field> fields = new ArrayList<>();
    for (int row = 0; row < items.size(); row++) {
      Slot slot = slots.column(items.get(row), items.get(row).category(), labels.get(row));
      fields.add(new Field(Area.cell(row, valueColumn), slot, parts(items.get(row), valueColumn)));
    }
    Widths widths = new Widths(form.print().widths());
    List<Integer> columns = new ArrayList<>(Collections.nCopies(valueColumn - 1, GROUP_WIDTH));
    columns.add(widths.ofLabels("rows", labels));
    columns.add(form.print().widths().getOrDefault("value", VALUE_WIDTH));
    return new BlankTable(columns, 0, valueColumn, items.size(), false, printed, fields);
  }

  /** Characters one below the other. */
  private static String stacked(String text) {
    return String.join("\n", text.codePoints().mapToObj(Character::toString).toList());
  }

  /** A breakdown starts with 其中; a label without a unit gets the measure's. */
  private String label(Item item, Item before) {
    String label = HeaderRows.label(item, form.print());
    if (item.isMeasure() && !item.category().equals(Item.ALL)) {
      String unit = slots.unit(item);
      label = unit.isEmpty() || Labels.unit(label).isPresent() ? label : label + "（" + unit + "）";
    }
    boolean firstPart =
        before.use() == Item.Use.TOTAL
            && before.name().equals(item.name())
            && item.use() != Item.Use.TOTAL;
    return firstPart ? "其中： " + label : label;
  }

  private List<Area> parts(Item total, int valueColumn) {
    List<Area> parts = new ArrayList<>();
    if (total.use() == Item.Use.TOTAL) {
      for (int row = 0; row < layout.columns().size(); row++) {
        Item part = layout.columns().get(row);
        if (part.use() == Item.Use.MEASURE
            && part.name().equals(total.name())
            && part.groups().equals(total.groups())) {
          parts.add(Area.cell(row, valueColumn));
        }
      }
    }
    return parts;
  }
}
