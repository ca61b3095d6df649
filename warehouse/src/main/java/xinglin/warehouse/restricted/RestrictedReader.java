package xinglin.warehouse.restricted;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.seal.RestrictedKey;
import xinglin.warehouse.seal.Seal;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;

/** Reads personal columns for whoever is entitled to; every read is logged. */
public final class RestrictedReader {
  private static final Logger LOG = LoggerFactory.getLogger(RestrictedReader.class);
  private static final int MEMORY_MEGABYTES = 256;
  private final Home home;
  private final Lake lake;
  private final Seal seal;

  public RestrictedReader(Home home, Lake lake) {
    this.home = home;
    this.lake = lake;
    this.seal = new Seal(RestrictedKey.of(home, System.getenv()));
  }

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
    List<Path> files = lake.restrictedFiles(table);
    List<RestrictedRow> rows = new ArrayList<>();
    if (!files.isEmpty()) {
      try (DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, 1)) {
        read(duckDb, files, table, ids, rows);
      } catch (SQLException e) {
        throw new DeliveryException(
            "Cannot read restricted rows of " + table, DeliveryException.Retry.SAFE, e);
      }
    }
    LOG.info(
        "restricted read of {}: {} rows of {} for {}",
        table,
        rows.size(),
        ids.stream().sorted().collect(Collectors.joining(",")),
        purpose);
    return List.copyOf(rows);
  }

  private void read(
      DuckDb duckDb, List<Path> files, String table, List<String> ids, List<RestrictedRow> into)
      throws SQLException {
    Object[] paths = files.stream().map(Path::toString).toArray();
    try (PreparedStatement statement =
        duckDb.connection().prepareStatement(SqlFile.read("restricted/rows.sql"))) {
      statement.setObject(1, duckDb.connection().createArrayOf("VARCHAR", paths));
      statement.setObject(2, duckDb.connection().createArrayOf("VARCHAR", ids.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String id = row.getString(1);
          int ordinal = row.getInt(2);
          into.add(new RestrictedRow(id, ordinal, seal.open(table, id, ordinal, row.getBytes(3))));
        }
      }
    }
  }
}
