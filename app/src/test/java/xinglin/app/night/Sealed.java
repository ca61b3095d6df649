package xinglin.app.night;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xinglin.app.assembly.Workplace;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.restricted.RestrictedReader;
import xinglin.warehouse.restricted.RestrictedRow;

/** The restricted columns of a home, read through the project's own reader. */
public final class Sealed {
  private Sealed() {}

  /**
   * Values by {@code table/submission/ordinal}.
   *
   * @param submissions ids of the rows that are asked for
   */
  public static Map<String, Map<String, String>> read(
      Path home, List<String> tables, List<String> submissions) {
    Workplace place = Examples.place(home);
    Map<String, Map<String, String>> values = new HashMap<>();
    try (Lake lake = Lake.open(place.home(), place.definitions().tables(), place.database())) {
      RestrictedReader reader = new RestrictedReader(place.home(), lake);
      for (String table : tables) {
        if (!place.definitions().tables().get(table).restricted().isEmpty()) {
          for (RestrictedRow row : reader.rows(table, submissions, "test")) {
            values.put(table + "/" + row.id() + "/" + row.ordinal(), row.values());
          }
        }
      }
    }
    return values;
  }
}
