package xinglin.schemas.recognise;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.regex.Pattern;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/**
 * Tells where the lines of a table end: at a note, a signature line, the title or header of another
 * table.
 */
final class RowEnds {
  private static final Pattern NOTE =
      Pattern.compile("^\\s*(注|备注|说明|填表说明|表格说明|填报说明)\\s*\\d*\\s*[：:].*", Pattern.DOTALL);

  /** The number of an attachment, printed above the title of the next form on the same sheet. */
  private static final Pattern ATTACHMENT =
      Pattern.compile("^\\s*附\\s*[件表]\\s*[0-9０-９一二三四五六七八九十]*\\s*[：:]?\\s*$");

  /** Rows of groups that may stand above the labels of a header. */
  private static final int HIGHEST_LEAD = 2;

  private static final Set<String> SIGNATURES =
      Set.of(
          "填表人", "填报人", "填表日期", "填报日期", "联系电话", "联系人", "单位负责人", "负责人", "审核人", "制表人", "单位盖章",
          "单位（盖章）");
  private final Set<String> titles = new HashSet<>();

  /** Knows the titles of all forms, since any of them ends the table above it. */
  RowEnds(Iterable<FormDefinition> forms) {
    for (FormDefinition form : forms) {
      form.titles().forEach(title -> titles.add(Labels.normalise(title)));
    }
  }

  /** The table with its last line found. */
  FoundTable close(FoundTable table, NavigableMap<Integer, List<HeaderHit>> hits) {
    Grid grid = table.grid();
    int lastContent = table.headerBottom();
    Set<Integer> headersAgain = new HashSet<>();
    for (int row = table.headerBottom(); row < grid.rowCount(); row++) {
      List<Cell> cells = filled(grid, row);
      if (cells.isEmpty()) {
        continue;
      }
      if (isAround(cells) || isTitle(cells)) {
        break;
      }
      int again = rowsOfHeaderAgain(table, grid, row);
      if (again > 0) {
        for (int header = row; header < row + again; header++) {
          headersAgain.add(header);
        }
        row += again - 1;
      } else if (hits.containsKey(row) && isHeader(table, hits.get(row))) {
        break;
      }
      lastContent = row + 1;
    }
    return table.endingAt(lastContent, headersAgain);
  }

  private static List<Cell> filled(Grid grid, int row) {
    return grid.row(row).stream().filter(cell -> !cell.isBlank()).toList();
  }

  /** A note or a signature line: text around the table, not a line of it. */
  static boolean isAround(List<Cell> cells) {
    String first = cells.get(0).text();
    if (cells.size() <= 2
        && (NOTE.matcher(first).matches() || ATTACHMENT.matcher(first).matches())) {
      return true;
    }
    String trimmed = first.strip();
    for (String signature : SIGNATURES) {
      if (trimmed.startsWith(signature)) {
        String rest = trimmed.substring(signature.length()).strip();
        if (rest.startsWith("：")
            || rest.startsWith(":")
            || (rest.isEmpty() && signature.startsWith("填") && cells.size() > 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isTitle(List<Cell> cells) {
    if (cells.size() > 1) {
      return false;
    }
    String text = Labels.normalise(cells.get(0).text());
    return titles.stream().anyMatch(text::contains);
  }

  /**
   * A row that repeats at least half of the table's own labels: in other places another table, in
   * the same places a new page.
   */
  private static boolean isHeader(FoundTable table, List<HeaderHit> hits) {
    Set<Cell> cells = new HashSet<>();
    hits.forEach(hit -> cells.add(hit.cell()));
    return cells.size() >= Math.max(2, table.blocks().get(0).size() / 2);
  }

  /**
   * Rows of a header printed again from here, those of groups above its labels included; 0 if none.
   */
  private static int rowsOfHeaderAgain(FoundTable table, Grid grid, int row) {
    int height = table.headerBottom() - table.headerTop();
    for (int lead = 0; lead <= Math.min(HIGHEST_LEAD, table.headerTop()); lead++) {
      int top = table.headerTop() - lead;
      if (lead > 0 && filled(grid, top).size() < 2) {
        return 0;
      }
      boolean same = true;
      for (int group = 0; group < lead; group++) {
        same &= sameRow(grid, top + group, row + group);
      }
      if (same && isRepeatedPageHeader(table, grid, row + lead)) {
        return lead + height;
      }
    }
    return 0;
  }

  /**
   * A header printed again on the next page has the same texts in the same places, and no title
   * above it.
   */
  private static boolean isRepeatedPageHeader(FoundTable table, Grid grid, int row) {
    if (!sameRow(grid, table.headerTop(), row)) {
      return false;
    }
    for (Cell header : table.blocks().get(0).values()) {
      int again = row + header.row() - table.headerTop();
      if (!same(grid, header, again)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameRow(Grid grid, int header, int row) {
    List<Cell> cells = filled(grid, header);
    return !cells.isEmpty() && cells.stream().allMatch(cell -> same(grid, cell, row));
  }

  private static boolean same(Grid grid, Cell header, int row) {
    return Labels.normalise(grid.text(row, header.column()))
        .equals(Labels.normalise(header.text()));
  }
}
