package xinglin.schemas.fill.cell;

import java.util.Optional;
import xinglin.schemas.sheet.Cell;

/**
 * Where a value stands, what it is called there, and the cell itself if something was written.
 *
 * @param label the sender's label, without line breaks
 */
public record Place(String sheet, String address, String label, Optional<Cell> cell) {

  /** The cell, or a blank one where nothing was written. */
  public Cell content() {
    return cell.orElseGet(() -> Cell.ofText(0, 0, ""));
  }

  public String sent() {
    return cell.map(Cell::text).orElse("");
  }

  /** The same place under another name. */
  public Place named(String name) {
    return new Place(sheet, address, label(name), cell);
  }

  /** A label on one line, without spaces and unit. */
  public static String label(String text) {
    return text.replaceAll("\\s+", "").replaceAll("(?<=.)[（(][^（()）]*[）)]?$", "");
  }
}
