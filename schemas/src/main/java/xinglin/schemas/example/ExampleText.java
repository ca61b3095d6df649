package xinglin.schemas.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/**
 * A file written as text: one row a line, cells separated by {@code |}, {@code <} merged with the
 * cell to the left, {@code ^} merged with the cell above, {@code \n} a line break in a cell, {@code
 * # sheet} starts a worksheet. Lines without {@code |} before the first sheet are paragraphs of a
 * letter.
 */
public final class ExampleText {
  private ExampleText() {}

  /**
   * @param set texts by A1 or {@code sheet!A1} that replace what the example holds; {@code P3} for
   *     paragraphs
   */
  public static Document read(String text, Map<String, String> set) {
    return text.lines().anyMatch(line -> line.startsWith("# "))
        ? workbook(text, set)
        : letter(text, set);
  }

  private static Document letter(String text, Map<String, String> set) {
    List<Block> blocks = new ArrayList<>();
    for (String line : text.lines().toList()) {
      int number = blocks.size() + 1;
      blocks.add(new Paragraph(number, set.getOrDefault("P" + number, line)));
    }
    return new Document(Document.Format.DOCX, blocks, Set.of());
  }

  private static Document workbook(String text, Map<String, String> set) {
    List<Block> blocks = new ArrayList<>();
    String sheet = "";
    List<String[]> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        if (!rows.isEmpty()) {
          blocks.add(grid(sheet, rows, set));
        }
        sheet = line.substring(2).strip();
        rows = new ArrayList<>();
      } else {
        rows.add(line.split("\\|", -1));
      }
    }
    blocks.add(grid(sheet, rows, set));
    return new Document(Document.Format.XLSX, blocks, Set.of());
  }

  private static Grid grid(String sheet, List<String[]> rows, Map<String, String> set) {
    Map<CellAddress, String> replaced = new HashMap<>();
    set.forEach(
        (place, value) -> {
          int mark = place.indexOf('!');
          if (mark < 0 || place.substring(0, mark).equals(sheet)) {
            replaced.put(CellAddress.parse(place.substring(mark + 1)), value);
          }
        });
    Grid.Builder grid = Grid.named(sheet);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).length; column++) {
        String text = rows.get(row)[column];
        if (isMark(text)) {
          continue;
        }
        String value =
            replaced.getOrDefault(new CellAddress(row, column), text.strip().replace("\\n", "\n"));
        int right = column + 1;
        while (right < rows.get(row).length && rows.get(row)[right].strip().equals("<")) {
          right++;
        }
        int bottom = row + 1;
        while (bottom < rows.size()
            && column < rows.get(bottom).length
            && rows.get(bottom)[column].strip().equals("^")) {
          bottom++;
        }
        if (!value.isEmpty() || right - column > 1 || bottom - row > 1) {
          grid.add(cell(row, column, bottom - row, right - column, value));
        }
      }
    }
    return grid.build();
  }

  private static boolean isMark(String text) {
    return text.strip().equals("<") || text.strip().equals("^");
  }

  private static Cell cell(int row, int column, int rowSpan, int columnSpan, String value) {
    Cell.Content content = value.isBlank() ? Cell.Content.BLANK : Cell.Content.TEXT;
    return new Cell(row, column, rowSpan, columnSpan, value, content, Optional.empty(), false);
  }
}
