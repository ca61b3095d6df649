package xinglin.warehouse.decide;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where the columns of a line stand, as one text: {@code received_on=B result=F}. A column in the
 * row of the line's first cell has its letters only, so that the lines of a register share one text
 * and it costs next to nothing; any other has its whole address.
 */
public final class ColumnPlaces {
  private ColumnPlaces() {}

  /**
   * @param cell the line's first cell
   * @param cells address of each column
   */
  public static String of(String cell, Map<String, String> cells) {
    String row = cell.substring(letters(cell));
    StringBuilder text = new StringBuilder();
    new TreeMap<>(cells)
        .forEach(
            (column, address) -> {
              int letters = letters(address);
              boolean isBeside = letters > 0 && address.substring(letters).equals(row);
              text.append(text.length() > 0 ? " " : "").append(column).append('=');
              text.append(address, 0, isBeside ? letters : address.length());
            });
    return text.toString();
  }

  private static int letters(String address) {
    int at = 0;
    while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
      at++;
    }
    return at;
  }
}
