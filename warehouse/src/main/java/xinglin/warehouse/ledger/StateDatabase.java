package xinglin.warehouse.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.statement.SqlFile;

/**
 * The embedded database of a home (SQLite, write-ahead log): ledger, Iceberg catalogue and Spring
 * Batch job repository share it. Readable by its owner only, since it knows senders and file names.
 */
public final class StateDatabase {
  /**
   * Of the tables; an older database gets what it lacks, one {@code schema_N.sql} after another.
   */
  private static final int VERSION = 8;

  private static final int BUSY_MILLISECONDS = 10_000;
  private final Path file;
  private final SQLiteDataSource source;

  private StateDatabase(Path file, SQLiteDataSource source) {
    this.file = file;
    this.source = source;
  }

  /** Opens the database of a home and makes the ledger's tables if they are not there. */
  public static StateDatabase open(Home home) {
    Path file = home.stateDatabase();
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    StateDatabase database = new StateDatabase(file, source);
    database.prepare();
    return database;
  }

  private void prepare() {
    try {
      boolean fresh = !Files.exists(file);
      if (fresh) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        if (version(statement) < VERSION) {
          connection.setAutoCommit(false);
          for (int version = version(statement) + 1; version <= VERSION; version++) {
            statement.executeUpdate(SqlFile.read(schema(version)));
          }
          connection.commit();
        }
      }
    } catch (SQLException | IOException e) {
      throw new DeliveryException(
          "Cannot open the state database " + file, DeliveryException.Retry.SAFE, e);
    }
  }

  private static String schema(int version) {
    return version == 1 ? "ledger/schema.sql" : "ledger/schema_" + version + ".sql";
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("pragma user_version")) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  /** Connections for Spring Batch and the ledger, each with the pragmas set. */
  public DataSource dataSource() {
    return source;
  }

  /** For Iceberg's own connections: address with the same pragmas. */
  public String url() {
    return "jdbc:sqlite:"
        + file
        + "?journal_mode=WAL&synchronous=NORMAL&transaction_mode=IMMEDIATE&busy_timeout="
        + BUSY_MILLISECONDS;
  }
}
