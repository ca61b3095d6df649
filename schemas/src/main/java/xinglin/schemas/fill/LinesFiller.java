package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.fill.row.DataRows;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/** Reads the lines of a register. */
final class LinesFiller {
  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计");
  private final FoundTable table;
  private final FormDefinition form;
  private final Grid grid;
  private final Issues issues;
  private final Content content;
  private final LineValues values;

  LinesFiller(
      FoundTable table, Vocabulary vocabulary, CellValues cells, Issues issues, Content content) {
    this.table = table;
    this.form = table.form();
    this.grid = table.grid();
    this.issues = issues;
    this.content = content;
    this.values = new LineValues(form, vocabulary, cells, content);
  }

  void fill() {
    for (Map<Item, Cell> block : table.blocks()) {
      Set<Integer> serials =
          block.entrySet().stream()
              .filter(column -> column.getKey().use() == Item.Use.IGNORED)
              .map(column -> column.getValue().column())
              .collect(Collectors.toSet());
      List<Head> heads = heads(block);
      for (int row : DataRows.of(table)) {
        line(block, heads, row, serials);
      }
    }
  }

  private void line(Map<Item, Cell> block, List<Head> heads, int row, Set<Integer> serials) {
    List<Cell> filled =
        block.values().stream()
            .map(header -> grid.find(row, header.column()))
            .flatMap(Optional::stream)
            .filter(cell -> !cell.isBlank())
            .toList();
    boolean onlySerials =
        filled.stream()
            .allMatch(cell -> serials.contains(cell.column()) || isPrintedSerial(block, cell));
    if (filled.isEmpty() || onlySerials) {
      return;
    }
    if (TOTALS.contains(Labels.normalise(filled.get(0).text()))) {
      return;
    }
    if (filled.size() == 1 && block.size() > 3) {
      issues.add(
          Issue.of("ROW_NOT_READ")
              .at(grid.sheet(), table.address(filled.get(0)))
              .sent(filled.get(0).text()));
      return;
    }
    LineValues.Line line = values.line();
    for (Head head : heads) {
      line.add(head.item(), place(head, row), head.unit());
    }
    line.close(
        grid.sheet(),
        table.address(
            filled.stream().min((a, b) -> Integer.compare(a.column(), b.column())).orElseThrow()));
  }

  /** A column that serves as key, and is the row's only content, was printed with the form. */
  private boolean isPrintedSerial(Map<Item, Cell> block, Cell cell) {
    return block.entrySet().stream()
        .anyMatch(
            column ->
                column.getValue().column() == cell.column()
                    && cell.text().strip().matches("\\d{1,5}")
                    && form.key().contains(column.getKey().name())
                    && Labels.normalise(column.getValue().text()).equals("序号"));
  }

  private Place place(Head head, int row) {
    return new Place(
        grid.sheet(),
        table.address(row, head.column()),
        head.label(),
        grid.find(row, head.column()));
  }

  private List<Head> heads(Map<Item, Cell> block) {
    List<Head> heads = new ArrayList<>();
    block.forEach(
        (item, header) -> {
          content.label(item.name(), Place.label(header.text()));
          if (item.use() == Item.Use.COLUMN) {
            heads.add(
                new Head(
                    item,
                    header.column(),
                    Place.label(header.text()),
                    Labels.unit(header.text()).filter(unit -> isNumber(item))));
          }
        });
    return heads;
  }

  private static boolean isNumber(Item item) {
    return item.type() == Item.Type.NUMBER || item.type() == Item.Type.INTEGER;
  }

  /** A column of the register, with its label and unit made once for all its cells. */
  private record Head(Item item, int column, String label, Optional<String> unit) {}
}
