package xinglin.jobs.mark.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xinglin.jobs.mark.part.Markup;
import xinglin.schemas.sheet.CellAddress;

/** Reads the swatches of our first sheet, whatever program saved it last. */
final class Swatches {
  private Swatches() {}

  static List<Swatch> read(Markup sheet) throws IOException {
    Map<Integer, int[]> rows = new HashMap<>();
    int[] at = {-1, -1};
    boolean value = false;
    while (sheet.next()) {
      if (sheet.starts("c")) {
        String address = sheet.tag().text("r");
        at =
            address.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")
                ? new int[] {CellAddress.parse(address).row(), column(address)}
                : new int[] {-1, -1};
        if (at[1] == 3) {
          values(rows, at[0])[3] = sheet.tag().number("s", 0);
        }
      } else if (sheet.starts("v")) {
        value = true;
      } else if (value) {
        value = false;
        if (at[1] >= 0 && at[1] < 3 && sheet.raw().matches("\\d{1,7}(\\.0)?")) {
          values(rows, at[0])[at[1]] = (int) Double.parseDouble(sheet.raw());
        }
      }
    }
    List<Swatch> swatches = new ArrayList<>();
    for (int[] row : rows.values()) {
      if (row[0] >= 0 && row[1] >= 0 && row[2] >= 0 && row[3] >= 0) {
        swatches.add(new Swatch(row[0], row[1], row[2], row[3]));
      }
    }
    return swatches;
  }

  private static int column(String address) {
    return CellAddress.parse(address).column() - AnswerSheet.SWATCHES;
  }

  private static int[] values(Map<Integer, int[]> rows, int row) {
    return rows.computeIfAbsent(row, none -> new int[] {-1, -1, -1, -1});
  }
}
