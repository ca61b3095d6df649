package xinglin.schemas.fill.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Item;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/**
 * A label that was divided into several columns of numbers, or below which stands that the numbers
 * are those of another time. Which ones are asked for is not guessed.
 */
public final class SubColumns {
  /** Words of a column that compares, or plans, and does not report. */
  private static final Pattern OTHER_TIME =
      Pattern.compile("上年|去年|前年|往年|历年|同期|上月|上期|上季|同比|环比|增减|增幅|增长|预计|计划|目标");

  private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[\\d,]+(?:\\.\\d+)?\\s*");

  private SubColumns() {}

  /** Reports each doubtful label of a table with a header above its rows. */
  public static void check(FoundTable table, Issues issues) {
    Set<Cell> labels =
        table.blocks().stream()
            .flatMap(block -> block.values().stream())
            .collect(Collectors.toSet());
    for (Map<Item, Cell> block : table.blocks()) {
      block.forEach(
          (item, label) -> {
            List<Cell> below = below(table, label, labels);
            if (item.isMeasure() && (isDivided(table, label, labels) || isOtherTime(below))) {
              issues.add(issue(table, label, below));
            }
          });
    }
  }

  /**
   * Whether the words name a time or purpose other than the report's.
   *
   * @param cells headings of one column
   */
  public static boolean isOtherTime(List<Cell> cells) {
    return cells.stream().anyMatch(cell -> OTHER_TIME.matcher(cell.text()).find());
  }

  /** Whether the cell holds a number and nothing else. */
  public static boolean isNumber(Cell cell) {
    return cell.content() instanceof Cell.Number || NUMBER.matcher(cell.text()).matches();
  }

  /** The issue at a label, naming what stands below or beside it. */
  public static Issue issue(FoundTable table, Cell label, List<Cell> columns) {
    String words =
        columns.stream()
            .map(cell -> cell.text().replaceAll("\\s+", ""))
            .distinct()
            .collect(Collectors.joining("、"));
    return Issue.of("AMBIGUOUS_COLUMN")
        .at(table.grid().sheet(), table.address(label))
        .sent(label.text())
        .with("columns", words.isEmpty() ? "" : "（" + words + "）")
        .with("columns_en", words.isEmpty() ? "" : " (" + words + ")");
  }

  /** Header cells below a label, within its columns, that are no labels themselves. */
  private static List<Cell> below(FoundTable table, Cell label, Set<Cell> labels) {
    List<Cell> below = new ArrayList<>();
    for (int row = label.bottom(); row < table.headerBottom(); row++) {
      for (Cell cell : table.grid().row(row)) {
        if (cell.column() >= label.column()
            && cell.column() < label.right()
            && !cell.isBlank()
            && !labels.contains(cell)) {
          below.add(cell);
        }
      }
    }
    return below;
  }

  /** Whether a column under the label, other than its first, holds numbers of its own. */
  private static boolean isDivided(FoundTable table, Cell label, Set<Cell> labels) {
    Grid grid = table.grid();
    for (int column = label.column() + 1; column < label.right(); column++) {
      int at = column;
      boolean other =
          labels.stream().anyMatch(cell -> cell.column() == at && cell.row() >= label.bottom());
      if (!other
          && DataRows.of(table).stream()
              .flatMap(row -> grid.find(row, at).stream())
              .anyMatch(cell -> cell.column() == at && isNumber(cell))) {
        return true;
      }
    }
    return false;
  }
}
