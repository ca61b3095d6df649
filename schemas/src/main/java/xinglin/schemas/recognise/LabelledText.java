package xinglin.schemas.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/**
 * Lays labels that stand in running text, each with its value behind a colon ({@code 检查户次：12户次}),
 * out on a grid, label and value side by side: what reads lists reads them too. Rows are those of
 * the sheet, or one for each paragraph; addresses are those of the text.
 */
final class LabelledText {
  /** What may stand in front of a label within a line. */
  private static final String BEFORE =
      "(?:^|(?<=[\\s；;，,。、）)]))(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）.．、]\\s*)?";

  /** Another label that nobody declared ends a value too, if some space stands before it. */
  private static final Pattern FOREIGN_LABEL = Pattern.compile("[\\s　]+[\\p{IsHan}（）()]{2,12}[：:]");

  private static final Pattern END = Pattern.compile("[；;，,。\\s　]+$");
  private final Pattern label;

  LabelledText(TableLayout layout) {
    List<String> labels = new ArrayList<>();
    for (Item item : layout.columns()) {
      labels.addAll(item.labels());
      labels.addAll(item.groups());
    }
    labels.sort(Comparator.comparingInt(String::length).reversed());
    List<String> spaced = labels.stream().distinct().map(LabelledText::spaced).toList();
    label =
        Pattern.compile(
            BEFORE + "(" + String.join("|", spaced) + ")\\s*(?:[(（][^（()）]{1,6}[)）]\\s*)?[：:]");
  }

  private static String spaced(String label) {
    StringBuilder regex = new StringBuilder();
    label
        .codePoints()
        .filter(point -> !Character.isWhitespace(point))
        .forEach(
            point -> {
              String character = Character.toString(point);
              regex.append(
                  switch (character) {
                    case "（", "(" -> "[（(]";
                    case "）", ")" -> "[）)]";
                    default -> Pattern.quote(character);
                  });
              regex.append("[\\s　]*");
            });
    return regex.toString();
  }

  /** Labels and values of the paragraphs; empty if no label stands in them. */
  Optional<Grid> of(List<Paragraph> paragraphs) {
    Grid.Builder grid = Grid.named(Paragraph.SHEET);
    boolean found = false;
    for (Paragraph paragraph : paragraphs) {
      int row = paragraph.number() - 1;
      found |= lay(grid, row, 0, paragraph.text(), paragraph.address(), Optional.empty()) > 0;
    }
    return found ? Optional.of(grid.build()) : Optional.empty();
  }

  /**
   * The same of the cells of a sheet. A label with nothing behind its colon has its value in the
   * cell to the right.
   */
  Optional<Grid> of(Grid sheet) {
    Grid.Builder grid = Grid.named(sheet.sheet()).hidden(sheet.hidden());
    boolean found = false;
    for (int row = 0; row < sheet.rowCount(); row++) {
      int column = 0;
      for (Cell cell : sheet.row(row)) {
        if (cell.content() instanceof Cell.Text) {
          Optional<Cell> right = sheet.find(row, cell.right());
          column = lay(grid, row, column, cell.text(), sheet.address(row, cell.column()), right);
          found |= column > 0;
        }
      }
    }
    return found ? Optional.of(grid.build()) : Optional.empty();
  }

  /** Gives the first column that is still free. */
  private int lay(
      Grid.Builder grid, int row, int from, String text, String address, Optional<Cell> right) {
    int column = from;
    for (String line : text.split("\n")) {
      Matcher matcher = label.matcher(line);
      boolean more = matcher.find();
      while (more) {
        String words = line.substring(matcher.start(1), matcher.end());
        int start = matcher.end();
        more = matcher.find();
        String value = value(line.substring(start, more ? matcher.start() : line.length()));
        grid.text(row, column, words.replaceFirst("[：:]$", "").strip());
        grid.address(row, column, address);
        boolean beside = value.isEmpty() && right.isPresent();
        grid.add(beside ? at(right.get(), row, column + 1) : Cell.ofText(row, column + 1, value));
        grid.address(row, column + 1, beside ? right.get().address().a1() : address);
        column += 2;
      }
    }
    return column;
  }

  private static Cell at(Cell cell, int row, int column) {
    return new Cell(row, column, 1, 1, cell.text(), cell.content(), cell.formula(), cell.hidden());
  }

  private static String value(String text) {
    Matcher foreign = FOREIGN_LABEL.matcher(text);
    String own = foreign.find() ? text.substring(0, foreign.start()) : text;
    return END.matcher(own).replaceFirst("").strip();
  }
}
