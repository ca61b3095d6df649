package xinglin.warehouse.match;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.seal.RestrictedKey;
import xinglin.warehouse.seal.Seal;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/**
 * Reads all rows of penalties that count, one after the other, with what is personal. The database
 * only sees the encrypted blobs; nothing personal is spilled to the disk.
 */
public final class PartyRows {
  private static final Logger LOG = LoggerFactory.getLogger(PartyRows.class);
  private static final String TABLE = "penalty_source";

  /** By position: the driver reads blobs only so. */
  private static final int BLOB = 7;

  private static final int MEMORY_MEGABYTES = 512;
  private final Home home;
  private final Lake lake;

  public PartyRows(Home home, Lake lake) {
    this.home = home;
    this.lake = lake;
  }

  /**
   * Whether anything personal about parties is stored at all. Without it, there is nothing to read.
   */
  public boolean isEmpty() {
    return lake.restrictedFiles(TABLE).isEmpty();
  }

  /**
   * Each time in the same order; the read is logged.
   *
   * @param purpose who asks and why, for the log
   * @throws DeliveryException if not all of them can be read
   */
  public long each(String purpose, Consumer<PartyRow> rows) {
    if (isEmpty()) {
      return 0;
    }
    Seal seal = new Seal(RestrictedKey.of(home, System.getenv()));
    try (DuckDb duckDb = open()) {
      long count = read(duckDb, seal, rows);
      LOG.info("restricted read of {}: {} rows for {}", TABLE, count, purpose);
      return count;
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot read restricted rows of " + TABLE, DeliveryException.Retry.SAFE, e);
    }
  }

  /** A row of a sheet. */
  public record Place(String submissionId, int ordinal) {}

  /** The first row of each of these parties; nothing personal is read. */
  public Map<String, Place> places(Set<String> parties) {
    Map<String, Place> places = new HashMap<>();
    if (parties.isEmpty()) {
      return places;
    }
    try (DuckDb duckDb = open();
        Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("match/party_places.sql"))) {
      while (StreamedRows.next(row)) {
        String party = row.getString("party_id");
        if (parties.contains(party)) {
          places.put(party, new Place(row.getString("submission_id"), row.getInt("ordinal")));
        }
      }
      return places;
    } catch (SQLException e) {
      throw new DeliveryException("Cannot read rows of " + TABLE, DeliveryException.Retry.SAFE, e);
    }
  }

  private DuckDb open() throws SQLException {
    DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, 1);
    for (String name : List.of(TABLE, "submission")) {
      TableDefinition table = lake.tables().get(name);
      duckDb.view(name, table.stored(), lake.files(name));
    }
    duckDb.run("match/party_row.sql");
    return duckDb;
  }

  private long read(DuckDb duckDb, Seal seal, Consumer<PartyRow> rows) throws SQLException {
    long all = count(duckDb);
    long count = 0;
    try (PreparedStatement statement = prepared(duckDb, "match/party_rows.sql")) {
      try (ResultSet row = statement.executeQuery()) {
        for (; StreamedRows.next(row); count++) {
          String submission = row.getString("submission_id");
          int ordinal = row.getInt("ordinal");
          rows.accept(
              new PartyRow(
                  row.getString("party_id"),
                  row.getString("party_kind"),
                  row.getBoolean("is_identified"),
                  row.getString("division_code"),
                  submission,
                  ordinal,
                  seal.open(TABLE, submission, ordinal, row.getBytes(BLOB))));
        }
      }
    }
    if (count != all) {
      // Rows that come as a stream just end when the database has to give up.
      throw new DeliveryException(
          "Cannot read all rows of " + TABLE + ": " + count + " of " + all,
          DeliveryException.Retry.SAFE);
    }
    return count;
  }

  private long count(DuckDb duckDb) throws SQLException {
    try (PreparedStatement statement = prepared(duckDb, "match/party_count.sql");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private PreparedStatement prepared(DuckDb duckDb, String file) throws SQLException {
    Object[] files = lake.restrictedFiles(TABLE).stream().map(Path::toString).sorted().toArray();
    PreparedStatement statement = duckDb.connection().prepareStatement(SqlFile.read(file));
    statement.setObject(1, duckDb.connection().createArrayOf("VARCHAR", files));
    return statement;
  }
}
