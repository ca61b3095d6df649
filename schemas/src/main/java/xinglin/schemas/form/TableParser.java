package xinglin.schemas.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.value.Labels;

/** Reads the tables of a form, reporting every mistake with its line. */
final class TableParser {
  private final ItemParser items;
  private final Optional<TableDefinition> register;

  TableParser(ItemParser items, Optional<TableDefinition> register) {
    this.items = items;
    this.register = register;
  }

  TableLayout parse(Entry table, PeriodRule period) {
    TableLayout.Shape shape =
        table.choice("shape", TableLayout.Shape.class, TableLayout.Shape.TABLE);
    String categories = items.categories(table);
    List<Item> columns = new ArrayList<>();
    for (Entry column : table.list("columns")) {
      columns.addAll(items.parseAll(column, register, categories));
    }
    if (columns.isEmpty()) {
      table.problem(Mistake.of("a table needs columns"));
    }
    RowKey rows = rows(table, categories);
    if (shape == TableLayout.Shape.TABLE) {
      measures(table, rows, columns);
    }
    Sense.alike(table, columns);
    Sense.totals(table, shape != TableLayout.Shape.TABLE, rows, columns);
    List<BlockField> blocks = new ArrayList<>();
    String blocksTable =
        table.text("blocks_become", register.map(TableDefinition::name).orElse(""));
    for (Entry field : table.list("blocks")) {
      blocks.add(
          new BlockField(
              field.text("column"),
              field.texts("labels"),
              field.text("from", ""),
              field.text("list", "")));
      field.done();
    }
    TableLayout layout =
        new TableLayout(
            shape,
            table.flag("turned", false),
            table.choice("role", Figure.Role.class, Figure.Role.OBSERVATION),
            rows,
            columns,
            period,
            table.flag("optional", false),
            blocks,
            blocksTable,
            categories);
    table.done();
    return layout;
  }

  private RowKey rows(Entry table, String categories) {
    Optional<Entry> rows = table.find("rows");
    if (rows.isEmpty()) {
      RowKey.Kind kind = register.isPresent() ? RowKey.Kind.LINES : RowKey.Kind.SINGLE;
      return new RowKey(kind, List.of(), List.of(), List.of());
    }
    List<Item> rowItems = new ArrayList<>();
    for (Entry item : rows.get().list("items")) {
      rowItems.addAll(items.parseAll(item, Optional.empty(), categories));
    }
    List<Item> sections = new ArrayList<>();
    for (Entry section : rows.get().list("sections")) {
      sections.add(items.parseSection(section, categories));
    }
    RowKey key =
        new RowKey(
            rows.get().choice("key", RowKey.Kind.class, RowKey.Kind.SINGLE),
            rows.get().texts("labels"),
            rowItems,
            sections);
    alike(rows.get(), rowItems);
    rows.get().done();
    return key;
  }

  /** Two rows that nothing tells apart would be read as one. */
  private static void alike(Entry rows, List<Item> rowItems) {
    Map<String, Item> seen = new HashMap<>();
    for (Item item : rowItems) {
      for (String label : item.labels()) {
        String words = String.join("/", item.groups()) + "/" + Labels.normalise(label);
        Item first = seen.computeIfAbsent(words, unseen -> item);
        if (!first.equals(item)) {
          rows.problem(
              "items",
              Mistake.of(
                  "two rows have the label \"{0}\"; say with under in which group each stands",
                  label));
        }
      }
    }
  }

  /** Exactly one of column, row and section says what is counted. */
  private void measures(Entry table, RowKey rows, List<Item> columns) {
    List<Item> figures = columns.stream().filter(TableParser::isFigure).toList();
    if (figures.isEmpty() || rows.kind() == RowKey.Kind.LINES) {
      return;
    }
    boolean byColumn = figures.stream().anyMatch(TableParser::saysMeasure);
    boolean byRow =
        rows.items().stream().anyMatch(TableParser::saysMeasure)
            || columns.stream()
                .anyMatch(item -> item.use() == Item.Use.PART && item.name().equals("measure"));
    boolean bySection = rows.sections().stream().anyMatch(TableParser::saysMeasure);
    long said = Stream.of(byColumn, byRow, bySection).filter(says -> says).count();
    if (said > 1) {
      table.problem(
          "columns", Mistake.of("only one of columns, rows and sections may say what is counted"));
    } else if (said == 0) {
      table.problem(
          "columns",
          Mistake.of("nothing says what is counted: name a measure in columns, rows or sections"));
    } else if (byColumn && !figures.stream().allMatch(TableParser::saysMeasure)) {
      String without =
          figures.stream()
              .filter(item -> !saysMeasure(item))
              .map(Item::name)
              .collect(Collectors.joining(", "));
      table.problem(
          "columns", Mistake.of("columns without a measure beside columns with one: {0}", without));
    }
  }

  private static boolean isFigure(Item item) {
    return item.isMeasure() || (item.use() == Item.Use.PART && item.name().equals("value"));
  }

  private static boolean saysMeasure(Item item) {
    return item.subject().measure().isPresent();
  }
}
