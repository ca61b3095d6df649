package xinglin.schemas.fill;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.fill.row.DataRows;
import xinglin.schemas.fill.row.DivisionRows;
import xinglin.schemas.fill.row.RowLabels;
import xinglin.schemas.fill.row.RowParts;
import xinglin.schemas.fill.row.Sections;
import xinglin.schemas.fill.row.SubColumns;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.Subject;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Period;

/**
 * Reads the figures of a table with a header above its rows. A figure is what the section above a
 * row, the row and the column say together.
 */
final class TableFiller {
  private static final int CHOICES_SHOWN = 10;
  private final FoundTable table;
  private final Grid grid;
  private final RowKey key;
  private final Vocabulary vocabulary;
  private final CellValues cells;
  private final Issues issues;
  private final Content content;
  private final Figures figures;
  private final RowLabels labels;
  private final RowParts parts;
  private final Sections sections;
  private final Set<Item> seen = new HashSet<>();
  private final Map<Object, String> rowsRead = new HashMap<>();

  TableFiller(
      FoundTable table, Vocabulary vocabulary, CellValues cells, Issues issues, Content content) {
    this.table = table;
    this.grid = table.grid();
    this.key = table.layout().rows();
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.issues = issues;
    this.content = content;
    this.figures = new Figures(table, vocabulary, cells, issues, content);
    this.labels = new RowLabels(table);
    this.parts = new RowParts(table, vocabulary, cells, issues);
    this.sections = new Sections(table, labels, cells);
  }

  /**
   * @param period days of all figures, where they are not those of the form
   */
  void fill(Optional<Period> period) {
    SubColumns.check(table, issues);
    if (key.kind() == RowKey.Kind.SINGLE) {
      single(period);
      return;
    }
    DivisionRows divisions = new DivisionRows(table, labels, cells, vocabulary.divisions(), issues);
    for (DataRows.Row row : DataRows.all(table)) {
      row(row, period, divisions);
    }
    if (!isOpen()) {
      key.items().stream()
          .filter(item -> item.required() && !seen.contains(item))
          .forEach(this::missing);
    }
  }

  /** Whether rows name their measure in a column of its own: not all of them need be there. */
  private boolean isOpen() {
    return table.layout().columns().stream()
        .anyMatch(item -> item.use() == Item.Use.PART && item.name().equals("measure"));
  }

  private void missing(Item item) {
    issues.add(
        Issue.of("MISSING_COLUMN")
            .at(grid.sheet(), table.address(table.headerBottom(), table.left()))
            .with("label", item.labels().get(0))
            .with("form", table.form().zh()));
  }

  private void row(DataRows.Row row, Optional<Period> period, DivisionRows divisions) {
    String label = isOpen() ? "" : labels.label(row.row());
    if (row.heading()) {
      boolean known = sections.enter(label);
      if (!known && sections.areDeclared()) {
        sections.lose();
        notRead(row.row(), label);
      }
      return;
    }
    sections.beside(row.row());
    Optional<Item> fixed = labels.fixed(row.row(), label, sections.current());
    if (fixed.isEmpty() && sections.enter(label)) {
      if (hasFigures(row.row())) {
        notRead(row.row(), label);
      }
      return;
    }
    if (sections.areLost() && fixed.map(item -> item.use() != Item.Use.TOTAL).orElse(true)) {
      notRead(row.row(), label);
      return;
    }
    fixed.ifPresent(seen::add);
    for (Map<Item, Cell> block : table.blocks()) {
      Optional<Period> ofRow = isTotal(fixed) ? Optional.empty() : parts.period(block, row.row());
      if (!isTotal(fixed) && hasFigures(row.row())) {
        parts.checkDays(block, row.row());
      }
      Optional<Subject> subject =
          subject(block, row.row(), label, fixed)
              .filter(one -> divisions.countsOnce(one, row.row(), label));
      List<Object> what =
          List.of(table.blocks().indexOf(block), subject, ofRow, fixed, sections.current());
      if (subject.isPresent() && (isOpen() || once(what, row.row(), label))) {
        figures(block, row.row(), label, fixed, subject.get(), ofRow.or(() -> period));
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

  /** What section and row say together; empty, with an issue, if the row means nothing. */
  private Optional<Subject> subject(
      Map<Item, Cell> block, int row, String label, Optional<Item> fixed) {
    if (fixed.isPresent() && fixed.get().use() == Item.Use.TOTAL) {
      return Optional.of(fixed.get().subject());
    }
    Optional<Subject> own = own(block, row, label, fixed);
    return own.map(sections.subject()::and)
        .flatMap(subject -> parts.subject(block, row).map(subject::and));
  }

  private Optional<Subject> own(
      Map<Item, Cell> block, int row, String label, Optional<Item> fixed) {
    if (isOpen()) {
      return parts
          .find(block, row, "measure")
          .filter(place -> !place.sent().isBlank())
          .flatMap(place -> openMeasure(place, !hasFigures(row)));
    }
    if (fixed.isPresent()) {
      return Optional.of(fixed.get().subject());
    }
    if (key.kind() == RowKey.Kind.DIVISION) {
      return division(row, label);
    }
    notRead(row, label);
    return Optional.empty();
  }

  private Optional<Subject> division(int row, String label) {
    List<Division> found = cells.divisions(label.strip());
    if (found.size() == 1) {
      return Optional.of(Subject.ofDivision(found.get(0).code()));
    }
    if (!hasFigures(row)) {
      notRead(row, label);
      return Optional.empty();
    }
    return cells
        .column(RowLabels.DIVISION, labels.place(row, "地区"), Optional.empty(), false)
        .text()
        .map(Subject::ofDivision);
  }

  /**
   * @param alone whether nothing stands beside the name: words that name no measure are a note then
   */
  private Optional<Subject> openMeasure(Place name, boolean alone) {
    String words = Labels.normalise(name.sent());
    for (Item item : key.items()) {
      if (item.labels().stream().map(Labels::normalise).anyMatch(words::equals)) {
        return Optional.of(item.subject());
      }
    }
    List<Measure> found = vocabulary.measures().findByLabel(name.sent());
    if (found.size() == 1) {
      return Optional.of(Subject.ofMeasure(found.get(0).id()));
    }
    if (alone) {
      issues.add(
          Issue.of("ROW_NOT_READ").at(name.sheet(), name.address()).sent(name.sent().strip()));
      return Optional.empty();
    }
    String choices =
        key.items().stream()
            .limit(CHOICES_SHOWN)
            .map(item -> item.labels().get(0))
            .collect(Collectors.joining("、"));
    issues.add(CellValues.issue("CODE_UNKNOWN", name, "measure_id").with("choices", choices + "等"));
    return Optional.empty();
  }

  private void single(Optional<Period> period) {
    List<Integer> rows = DataRows.of(table);
    int first = rows.isEmpty() ? table.headerBottom() : rows.get(0);
    for (Map<Item, Cell> block : table.blocks()) {
      parts
          .subject(block, first)
          .ifPresent(
              subject ->
                  figures(
                      block,
                      first,
                      "",
                      Optional.empty(),
                      subject,
                      parts.period(block, first).or(() -> period)));
    }
    for (int row : rows.stream().skip(1).toList()) {
      if (hasFigures(row)) {
        again(row, first);
      } else {
        table.blocks().get(0).forEach((item, header) -> blocks(item, header, row));
      }
    }
  }

  /** A second row of figures in a form that has one. */
  private void again(int row, int first) {
    List<Cell> filled = DataRows.filled(grid, row, table.left(), table.right());
    if (filled.stream().noneMatch(SubColumns::isNumber)) {
      notRead(row, "");
      return;
    }
    issues.add(
        Issue.of("REPEATED_ROW")
            .at(grid.sheet(), table.address(row, table.left()))
            .sent(
                filled.stream()
                    .limit(2)
                    .map(cell -> Place.label(cell.text()))
                    .collect(Collectors.joining(" ")))
            .with("other_place", table.address(first, table.left())));
  }

  private boolean hasFigures(int row) {
    return table.blocks().stream()
        .flatMap(block -> block.entrySet().stream())
        .anyMatch(
            column ->
                isFigure(column.getKey())
                    && grid.find(row, column.getValue().column())
                        .filter(cell -> !cell.isBlank() && !isRowLabel(cell))
                        .isPresent());
  }

  private boolean isRowLabel(Cell cell) {
    return !isOpen()
        && table.rowLabelColumn().isPresent()
        && cell.column() <= table.rowLabelColumn().getAsInt();
  }

  private static boolean isFigure(Item item) {
    return item.isMeasure() || (item.use() == Item.Use.PART && item.name().equals("value"));
  }

  private void figures(
      Map<Item, Cell> block,
      int row,
      String label,
      Optional<Item> fixed,
      Subject subject,
      Optional<Period> period) {
    parts
        .day(block, row, "date")
        .ifPresent(
            day ->
                parts
                    .find(block, row, "date")
                    .map(place -> new DatedCell(day, place.sheet(), place.address()))
                    .ifPresent(content::day));
    Optional<String> unit = parts.unit(block, row);
    content.toldBy(told(block, row));
    for (Map.Entry<Item, Cell> column : block.entrySet()) {
      Item item = column.getKey();
      Subject all = subject.and(item.subject());
      if (isFigure(item) && all.measure().isPresent()) {
        Place place = place(column.getValue(), row, saysMeasure(item) ? "" : label);
        if (isOpen()) {
          String name = parts.find(block, row, "measure").map(Place::sent).orElse("");
          figures.addOpen(all, period, place.named(name), unit);
        } else {
          boolean filled = item.filled() || fixed.map(Item::filled).orElse(false);
          figures.add(
              all,
              period,
              place,
              unit.or(() -> unit(item, column.getValue(), fixed, label)),
              filled);
        }
      } else if (isFigure(item)) {
        notRead(row, label);
        break;
      } else {
        blocks(item, column.getValue(), row);
      }
    }
    content.toldBy(Map.of());
  }

  /** Where the line says what its figures are; the division may be its label. */
  private Map<String, String> told(Map<Item, Cell> block, int row) {
    Map<String, String> told = new HashMap<>(parts.cells(block, row));
    if (!isOpen() && key.kind() == RowKey.Kind.DIVISION) {
      told.put(RowLabels.DIVISION.name(), labels.place(row, "").address());
    }
    return told;
  }

  private static boolean isTotal(Optional<Item> fixed) {
    return fixed.map(Item::isTotal).orElse(false);
  }

  private static boolean saysMeasure(Item item) {
    return item.subject().measure().isPresent();
  }

  /** Declared, else printed in the header, else printed in the row. */
  private static Optional<String> unit(Item item, Cell header, Optional<Item> fixed, String label) {
    return item.declaredUnit()
        .or(() -> fixed.flatMap(Item::declaredUnit))
        .or(() -> Labels.unit(header.text()))
        .or(() -> Labels.unit(label));
  }

  private void blocks(Item item, Cell header, int row) {
    if (item.use() == Item.Use.BLOCKS) {
      new BlocksFiller(table, vocabulary, issues, content).fill(place(header, row, ""));
    }
  }

  private Place place(Cell header, int row, String label) {
    return new Place(
        grid.sheet(),
        table.address(row, header.column()),
        Place.label(label.isBlank() ? header.text() : label),
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
}
