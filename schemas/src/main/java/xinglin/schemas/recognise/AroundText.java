package xinglin.schemas.recognise;

import java.util.Optional;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/**
 * A text outside the table: title, reporter, note, signature.
 *
 * @param beside text of the cell to its right, where a label has its value beside it
 * @param besideAt address of that cell, or its own where there is none
 * @param ahead text of the cell to its left, where a blank stands in front of its label
 * @param aheadAt address of that cell, or its own where there is none
 */
public record AroundText(
    String sheet,
    String address,
    String text,
    String beside,
    String besideAt,
    String ahead,
    String aheadAt) {

  static AroundText of(Grid grid, Cell cell) {
    Optional<Cell> right = grid.find(cell.row(), cell.right());
    Optional<Cell> left =
        cell.column() == 0 ? Optional.empty() : grid.find(cell.row(), cell.column() - 1);
    String own = cell.address().a1();
    return new AroundText(
        grid.sheet(),
        own,
        cell.text(),
        right.map(Cell::text).orElse(""),
        right.map(beside -> beside.address().a1()).orElse(own),
        left.map(Cell::text).orElse(""),
        left.map(ahead -> ahead.address().a1()).orElse(own));
  }

  static AroundText of(Paragraph paragraph) {
    String own = paragraph.address();
    return new AroundText(paragraph.sheet(), own, paragraph.text(), "", own, "", own);
  }
}
