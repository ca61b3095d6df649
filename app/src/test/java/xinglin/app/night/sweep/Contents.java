package xinglin.app.night.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * What a file holds, by sheet and address.
 *
 * @param format what its bytes are
 * @param texts by {@code sheet!A1}
 */
record Contents(Document.Format format, Map<String, String> texts) {

  static Contents of(Path file, Limits limits) throws IOException {
    if (!(FileOpener.open(file, limits) instanceof OpenedDocument opened)) {
      throw new IOException("Cannot open " + file);
    }
    Map<String, String> texts = new TreeMap<>();
    for (Grid grid : opened.document().grids()) {
      for (int row = 0; row < grid.rowCount(); row++) {
        for (Cell cell : grid.row(row)) {
          texts.put(grid.sheet() + "!" + grid.address(cell.row(), cell.column()), cell.text());
        }
      }
    }
    opened
        .document()
        .paragraphs()
        .forEach(it -> texts.put(it.sheet() + "!" + it.address(), it.text()));
    return new Contents(opened.document().format(), texts);
  }
}
