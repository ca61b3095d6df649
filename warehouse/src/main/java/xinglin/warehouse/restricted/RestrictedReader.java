package xinglin.warehouse.restricted;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.seal.RestrictedKey;
import xinglin.warehouse.seal.Seal;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

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

  /**
   * Lets statements of a database open rows while they pass: a view of the encrypted rows, and a
   * function {@code opened(id/ordinal, blob as base64)} that gives the columns of one as JSON.
   *
   * @param view name of the view: {@code submission_id, ordinal, blob}
   * @param count how many rows will be opened, for the log
   * @param purpose who asks and why, for the log
   */
  public void open(DuckDb duckDb, String table, String view, long count, String purpose)
      throws SQLException {
    RestrictedKey key = RestrictedKey.of(home, System.getenv());
    ThreadLocal<Seal> seals = ThreadLocal.withInitial(() -> new Seal(key));
    try (DuckDBScalarFunctionBuilder function = DuckDBFunctions.scalarFunction()) {
      function
          .withName("opened")
          .withParameters(String.class, String.class)
          .withReturnType(String.class)
          .withFunction(
              (String row, String blob) -> {
                int slash = row.lastIndexOf('/');
                return seals
                    .get()
                    .openText(
                        table,
                        row.substring(0, slash),
                        Integer.parseInt(row.substring(slash + 1)),
                        Base64.getDecoder().decode(blob));
              })
          .withNullInNullOut()
          .register(duckDb.connection());
    }
    String files =
        lake.restrictedFiles(table).stream()
            .map(file -> "'" + file.toString().replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    String rows =
        files.equals("[]")
            ? SqlFile.read("restricted/no_rows.sql")
            : "select submission_id, ordinal, blob from read_parquet("
                + files
                + ", union_by_name = true)";
    try (Statement statement = duckDb.connection().createStatement()) {
      statement.execute("create or replace view " + view + " as " + rows);
    }
    LOG.info("restricted read of {}: {} rows for {}", table, count, purpose);
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
        while (StreamedRows.next(row)) {
          String id = row.getString(1);
          int ordinal = row.getInt(2);
          into.add(new RestrictedRow(id, ordinal, seal.open(table, id, ordinal, row.getBytes(3))));
        }
      }
    }
  }
}
