package xinglin.schemas.recognise;

import java.util.Optional;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/**
 * A text outside the table: title, reporter, note, signature.
 *
 * @param beside text of the cell to its right, where a label has its value beside it
 */
public record AroundText(String sheet, String address, String text, String beside) {

  static AroundText of(Grid grid, Cell cell) {
    Optional<Cell> right = grid.find(cell.row(), cell.right());
    return new AroundText(
        grid.sheet(), cell.address().a1(), cell.text(), right.map(Cell::text).orElse(""));
  }

  static AroundText of(Paragraph paragraph) {
    return new AroundText(paragraph.sheet(), paragraph.address(), paragraph.text(), "");
  }
}
