package xinglin.schemas.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/**
 * The rows of an opened sheet: dates as 2024-05-11 and numbers with all their digits, whatever is
 * shown.
 */
record GridRows(Grid grid, int from) implements SentRows {

  @Override
  public void each(Sink sink) throws IOException {
    for (int row = from; row < grid.rowCount(); row++) {
      List<String> texts = new ArrayList<>();
      boolean blank = true;
      for (int column = 0; column < grid.columnCount(); column++) {
        String text = grid.find(row, column).map(GridRows::text).orElse("");
        texts.add(text);
        blank &= text.isBlank();
      }
      if (!blank) {
        sink.row(row + 1, texts);
      }
    }
  }

  private static String text(Cell cell) {
    Cell.Content content = cell.content();
    if (content instanceof Cell.Date date) {
      return date.value().toString();
    }
    return content instanceof Cell.Number number ? number.value().toPlainString() : cell.text();
  }
}
