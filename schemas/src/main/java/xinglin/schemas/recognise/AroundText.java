package xinglin.schemas.recognise;

import java.util.Optional;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/**
 * A text outside the table: title, reporter, note, signature.
 *
 * @param beside text of the cell to its right, where a label has its value beside it
 * @param ahead text of the cell to its left, where a blank stands in front of its label
 */
public record AroundText(String sheet, String address, String text, String beside, String ahead) {

  static AroundText of(Grid grid, Cell cell) {
    Optional<Cell> right = grid.find(cell.row(), cell.right());
    String ahead = cell.column() == 0 ? "" : grid.text(cell.row(), cell.column() - 1);
    return new AroundText(
        grid.sheet(), cell.address().a1(), cell.text(), right.map(Cell::text).orElse(""), ahead);
  }

  static AroundText of(Paragraph paragraph) {
    return new AroundText(paragraph.sheet(), paragraph.address(), paragraph.text(), "", "");
  }
}
