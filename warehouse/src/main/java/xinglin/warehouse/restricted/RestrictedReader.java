package xinglin.warehouse.restricted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;

/** Reads personal columns for whoever is entitled to; every read is logged. */
public final class RestrictedReader {

  public RestrictedReader(Home home, Lake lake) {}

  /**
   * Restricted columns of one row.
   *
   * @param id submission id, or delivery id for table delivery
   * @param purpose who asks and why, for the log
   */
  public Optional<Map<String, String>> find(String table, String id, int ordinal, String purpose) {
    return rows(table, List.of(id), purpose).stream()
        .filter(row -> row.ordinal() == ordinal)
        .map(RestrictedRow::values)
        .findFirst();
  }

  /** Restricted columns of all rows with these submission (delivery) ids. */
  public List<RestrictedRow> rows(String table, List<String> ids, String purpose) {
    throw new UnsupportedOperationException();
  }
}
