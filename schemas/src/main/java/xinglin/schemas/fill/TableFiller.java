package xinglin.schemas.fill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/** Reads the figures of a table with a header above its rows. */
final class TableFiller {
  private final FoundTable table;
  private final Grid grid;
  private final Vocabulary vocabulary;
  private final CellValues cells;
  private final Issues issues;
  private final Content content;
  private final String scope;
  private final Map<Object, String> rowsRead = new HashMap<>();

  TableFiller(
      FoundTable table,
      Vocabulary vocabulary,
      CellValues cells,
      Issues issues,
      Content content,
      String scope) {
    this.table = table;
    this.grid = table.grid();
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.issues = issues;
    this.content = content;
    this.scope = scope;
  }

  void fill() {
    RowKey key = table.layout().rows();
    if (key.kind() == RowKey.Kind.SINGLE) {
      single();
      return;
    }
    boolean[] seen = new boolean[key.items().size()];
    for (int row : DataRows.of(table)) {
      String label = rowLabel(row);
      Optional<Item> fixed = fixedRow(key, label);
      fixed.ifPresent(item -> seen[key.items().indexOf(item)] = true);
      if (fixed.isPresent() && !once(fixed.get(), row, label)) {
        continue;
      } else if (fixed.isPresent() && fixed.get().use() == Item.Use.TOTAL) {
        figures(row, new Line(Figure.Role.TOTAL, Item.ALL, Optional.empty(), Optional.empty()));
      } else if (key.kind() == RowKey.Kind.CATEGORY && fixed.isPresent()) {
        figures(
            row,
            new Line(
                table.layout().role(), fixed.get().category(), Optional.empty(), Optional.empty()));
      } else if (key.kind() == RowKey.Kind.DIVISION) {
        division(row, label);
      } else {
        notRead(row, label);
      }
    }
    for (Item item : key.items()) {
      if (item.required() && !seen[key.items().indexOf(item)]) {
        issues.add(
            Issue.of("MISSING_COLUMN")
                .at(grid.sheet(), table.address(table.headerBottom(), table.left()))
                .with("label", item.labels().get(0))
                .with("form", table.form().zh()));
      }
    }
  }

  /** A row that stands there twice is read once, and said. */
  private boolean once(Object what, int row, String label) {
    String address = table.address(row, table.rowLabelColumn().orElse(table.left()));
    String first = rowsRead.putIfAbsent(what, address);
    if (first != null) {
      issues.add(
          Issue.of("REPEATED_ROW")
              .at(grid.sheet(), address)
              .sent(Place.label(label))
              .with("other_place", first));
    }
    return first == null;
  }

  private void single() {
    List<Integer> rows = DataRows.of(table);
    if (rows.isEmpty()) {
      figures(
          table.headerBottom(),
          new Line(table.layout().role(), Item.ALL, Optional.empty(), Optional.empty()));
      return;
    }
    figures(
        rows.get(0), new Line(table.layout().role(), Item.ALL, Optional.empty(), Optional.empty()));
    for (int row : rows.subList(1, rows.size())) {
      if (hasFigures(row)) {
        notRead(row, "");
      } else {
        blocks(row);
      }
    }
  }

  private boolean hasFigures(int row) {
    return table.blocks().stream()
        .flatMap(block -> block.entrySet().stream())
        .anyMatch(
            column ->
                column.getKey().isMeasure()
                    && grid.find(row, column.getValue().column())
                        .filter(cell -> !cell.isBlank() && !isRowLabel(cell))
                        .isPresent());
  }

  private boolean isRowLabel(Cell cell) {
    return table.rowLabelColumn().isPresent() && cell.column() <= table.rowLabelColumn().getAsInt();
  }

  /**
   * The text that tells this row apart: the label column, or the nearest filled one to its left
   * (groups stand further left).
   */
  private String rowLabel(int row) {
    for (int column = table.rowLabelColumn().orElse(0); column >= 0; column--) {
      String text = grid.text(row, column);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private static Optional<Item> fixedRow(RowKey key, String label) {
    String words = Labels.normalise(label);
    String bare = Labels.withoutUnit(label);
    return key.items().stream()
        .filter(
            item ->
                item.labels().stream()
                    .map(Labels::normalise)
                    .anyMatch(known -> known.equals(words) || known.equals(bare)))
        .findFirst();
  }

  private void division(int row, String label) {
    List<Division> found = vocabulary.divisions().lookup(label.strip(), scope, Optional.empty());
    Optional<Period> period = yearOf(row);
    if (found.size() == 1) {
      if (once(List.of(found.get(0).code(), period), row, label)) {
        figures(
            row,
            new Line(table.layout().role(), Item.ALL, Optional.of(found.get(0).code()), period));
      }
      return;
    }
    if (!hasFigures(row)) {
      notRead(row, label);
      return;
    }
    Place place =
        new Place(
            grid.sheet(),
            table.address(row, table.rowLabelColumn().orElse(0)),
            "地区",
            grid.find(row, table.rowLabelColumn().orElse(0)));
    Item item = DIVISION_LABEL;
    Value value = cells.column(item, place, false);
    value
        .text()
        .ifPresent(
            code ->
                figures(row, new Line(table.layout().role(), Item.ALL, Optional.of(code), period)));
  }

  private static final Item DIVISION_LABEL =
      new Item(
          "division_code",
          Item.Use.COLUMN,
          List.of("地区"),
          Optional.empty(),
          Item.Type.DIVISION,
          Optional.empty(),
          Item.ALL,
          "",
          true,
          true,
          false,
          "",
          0);

  /** Period of a row whose table has a column for the year. */
  private Optional<Period> yearOf(int row) {
    for (Map.Entry<Item, Cell> column : table.blocks().get(0).entrySet()) {
      if (column.getKey().use() == Item.Use.PART && column.getKey().name().equals("year")) {
        String digits =
            Labels.normalise(grid.text(row, column.getValue().column())).replaceAll("\\D", "");
        if (digits.length() == 4) {
          int year = Integer.parseInt(digits);
          return Optional.of(
              new Period(java.time.LocalDate.of(year, 1, 1), java.time.LocalDate.of(year, 12, 31)));
        }
      }
    }
    return Optional.empty();
  }

  private void figures(int row, Line line) {
    for (Map<Item, Cell> block : table.blocks()) {
      for (Map.Entry<Item, Cell> column : block.entrySet()) {
        Item item = column.getKey();
        if (item.isMeasure()) {
          figure(item, column.getValue(), row, line);
        } else if (item.use() == Item.Use.BLOCKS) {
          new BlocksFiller(table, vocabulary, content).fill(place(column.getValue(), row));
        }
      }
    }
  }

  private void blocks(int row) {
    table
        .blocks()
        .get(0)
        .forEach(
            (item, header) -> {
              if (item.use() == Item.Use.BLOCKS) {
                new BlocksFiller(table, vocabulary, content).fill(place(header, row));
              }
            });
  }

  private void figure(Item item, Cell header, int row, Line line) {
    Measure measure = vocabulary.measures().get(item.name());
    Optional<String> unit =
        item.unit().isEmpty() ? Labels.unit(header.text()) : Optional.of(item.unit());
    Place place = place(header, row);
    boolean isText = measure.kind() == Measure.Kind.TEXT;
    Value value =
        (isText ? Optional.<Value>empty() : SharedCell.read(table, place, measure.id(), issues))
            .orElseGet(() -> cells.figure(measure, place, unit, item.filled()));
    Figure.Role role = item.use() == Item.Use.TOTAL ? Figure.Role.TOTAL : line.role();
    String category = item.category().equals(Item.ALL) ? line.category() : item.category();
    content.figure(
        measure.id(),
        role,
        category,
        line.division(),
        line.period(),
        value,
        measure.unit().name(),
        place);
  }

  private Place place(Cell header, int row) {
    return new Place(
        grid.sheet(),
        table.address(row, header.column()),
        Place.label(header.text()),
        grid.find(row, header.column()));
  }

  private void notRead(int row, String label) {
    Optional<Cell> first =
        DataRows.filled(grid, row, table.left(), table.right()).stream().findFirst();
    String address = first.map(table::address).orElse(table.address(row, table.left()));
    issues.add(
        Issue.of("ROW_NOT_READ")
            .at(grid.sheet(), address)
            .sent(label.isBlank() ? first.map(Cell::text).orElse("") : label));
  }

  /** What all figures of a row share. */
  private record Line(
      Figure.Role role, String category, Optional<String> division, Optional<Period> period) {}
}
