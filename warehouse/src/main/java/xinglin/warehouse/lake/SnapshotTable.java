package xinglin.warehouse.lake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.statement.SqlFile;

/**
 * Which snapshot each table is at, read from the catalogue's own rows without loading Iceberg: most
 * nights only ask whether anything changed.
 */
final class SnapshotTable {
  private final DataSource source;
  private final ObjectMapper json = new ObjectMapper();

  SnapshotTable(DataSource source) {
    this.source = source;
  }

  /** Metadata file of each table, by name with namespace; empty before the first commit. */
  SortedMap<String, String> metadata() {
    SortedMap<String, String> files = new TreeMap<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (!hasCatalog(statement)) {
        return files;
      }
      try (ResultSet row = statement.executeQuery(SqlFile.read("ledger/catalog_tables.sql"))) {
        while (row.next()) {
          files.put(row.getString(1), row.getString(2));
        }
      }
      return files;
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot read the catalogue: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
  }

  private static boolean hasCatalog(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(SqlFile.read("ledger/catalog_exists.sql"))) {
      return row.next() && row.getInt(1) > 0;
    }
  }

  /** Current snapshot of one table, by name with namespace. */
  Optional<Long> find(String table) {
    return Optional.ofNullable(metadata().get(table))
        .map(file -> currentSnapshot(Path.of(file)))
        .filter(id -> id > 0);
  }

  /** Current snapshot of each table that has one. */
  SortedMap<String, Long> ids() {
    SortedMap<String, Long> ids = new TreeMap<>();
    metadata()
        .forEach(
            (table, file) -> {
              long id = currentSnapshot(Path.of(file));
              if (id > 0) {
                ids.put(table, id);
              }
            });
    return ids;
  }

  private long currentSnapshot(Path file) {
    try (JsonParser parser = json.createParser(file.toFile())) {
      while (parser.nextToken() != null) {
        if (parser.getParsingContext().getParent() != null
            && parser.getParsingContext().getParent().inRoot()
            && "current-snapshot-id".equals(parser.currentName())) {
          parser.nextToken();
          return parser.currentToken().isNumeric() ? parser.getLongValue() : -1;
        }
      }
      return -1;
    } catch (IOException e) {
      throw new DeliveryException("Cannot read " + file, DeliveryException.Retry.SAFE, e);
    }
  }

  /** Drops all tables from the catalogue and reopens all deliveries, together or not at all. */
  void startOver() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (hasCatalog(statement)) {
        statement.executeUpdate(SqlFile.read("ledger/catalog_clear.sql"));
      }
      statement.executeUpdate(SqlFile.read("ledger/drop_inside.sql"));
      statement.executeUpdate(SqlFile.read("ledger/reopen.sql"));
      connection.commit();
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot start the tables over: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
  }
}
