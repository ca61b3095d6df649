package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.drift.printed.PrintedTable;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;
import xinglin.schemas.value.Labels;

/**
 * Texts before and after the tables of a form.
 *
 * @param before nearest the table last
 */
record AroundTexts(List<Text> before, List<Text> after) {
  private static final int FARTHEST = 12;
  private static final int FEWEST_OF_A_TABLE = 4;
  private static final Pattern NOTE =
      Pattern.compile("^\\s*(注|备注|说明|填表说明|表格说明|填报说明)\\s*\\d*\\s*[：:].*", Pattern.DOTALL);
  private static final Pattern LABEL = Pattern.compile("([^\\s：:，。；,;、]{2,14})\\s*[：:]");
  private static final Pattern SPREAD =
      Pattern.compile(
          "(?<=^|\\s)(\\p{IsHan}(?: {1,4}|\\u3000{1,4}|\\u00a0{1,4})){1,4}\\p{IsHan}(?=\\s*[：:])");

  AroundTexts {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A text with its place. */
  record Text(String sheet, String address, String text) {}

  static AroundTexts of(Document document, List<PrintedTable> tables) {
    List<Text> before = new ArrayList<>();
    List<Text> after = new ArrayList<>();
    for (PrintedTable table : tables) {
      int index = 0;
      while (!sameSheet(document.blocks().get(index), table)) {
        index++;
      }
      Grid grid = (Grid) document.blocks().get(index);
      paragraphs(document, index, -1, before);
      rows(grid, Math.max(0, table.firstRow() - FARTHEST), table.firstRow(), before);
      rows(grid, table.endRow(), Math.min(grid.rowCount(), table.endRow() + FARTHEST), after);
      paragraphs(document, index, 1, after);
    }
    return new AroundTexts(before, after);
  }

  private static boolean sameSheet(Block block, PrintedTable table) {
    return block instanceof Grid grid && grid.sheet().equals(table.grid().sheet());
  }

  static AroundTexts ofLetter(Document document) {
    return new AroundTexts(
        document.paragraphs().stream().map(AroundTexts::text).toList(), List.of());
  }

  private static Text text(Paragraph paragraph) {
    return new Text(paragraph.sheet(), paragraph.address(), paragraph.text());
  }

  private static void paragraphs(Document document, int grid, int step, List<Text> texts) {
    List<Text> found = new ArrayList<>();
    for (int i = grid + step;
        i >= 0 && i < document.blocks().size() && found.size() < FARTHEST;
        i += step) {
      if (!(document.blocks().get(i) instanceof Paragraph paragraph)) {
        break;
      }
      if (!paragraph.text().isBlank()) {
        found.add(step < 0 ? 0 : found.size(), text(paragraph));
      }
    }
    texts.addAll(found);
  }

  private static void rows(Grid grid, int from, int to, List<Text> texts) {
    for (int row = from; row < to; row++) {
      List<Cell> cells = grid.row(row).stream().filter(cell -> !cell.isBlank()).toList();
      boolean labelled = cells.stream().anyMatch(cell -> !labels(cell.text()).isEmpty());
      if (cells.size() >= FEWEST_OF_A_TABLE && !labelled) {
        if (from > 0 || to == grid.rowCount()) {
          return;
        }
        continue;
      }
      cells.forEach(cell -> texts.add(new Text(grid.sheet(), cell.address().a1(), cell.text())));
    }
  }

  /** Labels before a colon, without the spaces that spread them. */
  static Set<String> labels(String text) {
    Set<String> labels = new LinkedHashSet<>();
    if (NOTE.matcher(text).matches()) {
      return labels;
    }
    String joined = SPREAD.matcher(text).replaceAll(AroundTexts::joined);
    Matcher matcher = LABEL.matcher(joined);
    while (matcher.find()) {
      String label = Labels.normalise(matcher.group(1));
      if (label.length() >= 2 && label.codePoints().allMatch(Character::isIdeographic)) {
        labels.add(label);
      }
    }
    return labels;
  }

  private static String joined(java.util.regex.MatchResult spread) {
    return Matcher.quoteReplacement(spread.group().replaceAll("\\s|\\u3000|\\u00a0", ""));
  }
}
