package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.value.Labels;

/** Prints a list of labels with a blank beside each. */
final class ListBlank {
  private static final int VALUE_WIDTH = 24;
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
    boolean grouped = items.stream().anyMatch(item -> item.under().isPresent());
    int labelColumn = grouped ? 1 : 0;
    List<Printed> printed = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int row = 0; row < items.size(); row++) {
      Item item = items.get(row);
      String label = label(item, row == 0 ? item : items.get(row - 1));
      labels.add(label);
      printed.add(new Printed(Area.cell(row, labelColumn), label, Printed.Look.LABEL));
      fields.add(
          new Field(Area.cell(row, labelColumn + 1), slot(item, label), parts(item, labelColumn)));
    }
    if (grouped) {
      groups(items, printed);
    }
    Widths widths = new Widths(form.print().widths());
    List<Integer> columns = new ArrayList<>();
    if (grouped) {
      columns.add(6);
    }
    columns.add(widths.ofLabels("rows", labels));
    columns.add(form.print().widths().getOrDefault("value", VALUE_WIDTH));
    return new BlankTable(columns, 0, labelColumn + 1, items.size(), false, printed, fields);
  }

  private static void groups(List<Item> items, List<Printed> printed) {
    for (int row = 0; row < items.size(); ) {
      String group = items.get(row).under().orElse("");
      int end = row + 1;
      while (end < items.size() && items.get(end).under().orElse("").equals(group)) {
        end++;
      }
      printed.add(
          new Printed(new Area(row, 0, end - row, 1), stacked(group), Printed.Look.GROUP));
      row = end;
    }
  }

  /** Characters one below the other. */
  private static String stacked(String text) {
    return String.join("\n", text.codePoints().mapToObj(Character::toString).toList());
  }

  /** A breakdown starts with 其中; a label without a unit gets the measure's. */
  private String label(Item item, Item before) {
    String label = HeaderRows.label(item, form.print());
    if (item.isMeasure() && !item.category().equals(Item.ALL)) {
      String unit = slots.vocabulary().measures().get(item.name()).unit().name();
      label = Labels.unit(label).isPresent() ? label : label + "（" + unit + "）";
    }
    boolean firstPart =
        before.use() == Item.Use.TOTAL
            && before.name().equals(item.name())
            && item.use() != Item.Use.TOTAL;
    return firstPart ? "其中： " + label : label;
  }

  private Slot slot(Item item, String label) {
    return slots
        .column(item, item.category(), label)
        .presetting("");
  }

  private List<Area> parts(Item total, int labelColumn) {
    List<Area> parts = new ArrayList<>();
    if (total.use() == Item.Use.TOTAL) {
      for (int row = 0; row < layout.columns().size(); row++) {
        Item part = layout.columns().get(row);
        if (part.use() == Item.Use.MEASURE && part.name().equals(total.name())) {
          parts.add(Area.cell(row, labelColumn + 1));
        }
      }
    }
    return parts;
  }
}
