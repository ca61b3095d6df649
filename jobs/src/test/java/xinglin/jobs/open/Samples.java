package xinglin.jobs.open;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.stream.Collectors;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** Sample files, and grids as text that a reader can compare. */
public final class Samples {
  private Samples() {}

  /** For example {@code forms/a-gulou-clean.xlsx}. */
  public static Path file(String name) {
    URL found = Samples.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new IllegalArgumentException("Cannot find sample: " + name);
    }
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Cannot find sample: " + name, e);
    }
  }

  public static Document open(Path file) throws IOException {
    Opened opened = FileOpener.open(file, Limits.standard());
    if (opened instanceof OpenedDocument document) {
      return document.document();
    }
    throw new AssertionError(opened.toString());
  }

  /**
   * One line for each row with cells: {@code A1[2x1]=text} for a cell that covers two rows,
   * separated by bars.
   */
  public static String lines(Grid grid, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int row = from; row < to; row++) {
      if (!grid.row(row).isEmpty()) {
        text.append(grid.row(row).stream().map(Samples::cell).collect(Collectors.joining(" | ")))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String cell(Cell cell) {
    String span =
        cell.rowSpan() > 1 || cell.columnSpan() > 1
            ? "[" + cell.rowSpan() + "x" + cell.columnSpan() + "]"
            : "";
    return cell.address().a1() + span + "=" + cell.text().replace("\n", "⏎");
  }
}
