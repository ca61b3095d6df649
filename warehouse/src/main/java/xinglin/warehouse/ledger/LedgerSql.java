package xinglin.warehouse.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.statement.SqlFile;

/** Runs the statements of {@code sql/ledger/} in transactions; for ledgers only. */
public final class LedgerSql {
  private final DataSource source;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /** Of one state database. */
  public LedgerSql(DataSource source) {
    this.source = source;
  }

  /** Work of one transaction. */
  public interface Work<T> {
    T run(Transaction transaction) throws SQLException;
  }

  /** Turns the current row into a value. */
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /** Runs work in one transaction; rolled back if it throws. */
  public <T> T transaction(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (Transaction transaction = new Transaction(connection)) {
        T result = work.run(transaction);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot read or write the ledger: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
  }

  /** One open transaction; statements are prepared once. */
  public final class Transaction implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Transaction(Connection connection) {
      this.connection = connection;
    }

    /** Runs a statement; returns how many rows it changed. */
    public int update(String name, Object... values) {
      try {
        return bind(name, values).executeUpdate();
      } catch (SQLException e) {
        throw new DeliveryException(
            "Cannot write the ledger (" + name + "): " + e.getMessage(),
            DeliveryException.Retry.SAFE,
            e);
      }
    }

    /** The number that a statement selects. */
    public long number(String name, Object... values) throws SQLException {
      return list(name, row -> row.number(1), values).get(0);
    }

    /** Numbers by name. */
    public Map<String, Long> counts(String name, Object... values) throws SQLException {
      Map<String, Long> counts = new LinkedHashMap<>();
      list(name, row -> counts.put(row.text(1), row.number(2)) == null, values);
      return counts;
    }

    /** Rows of a statement, in its order. */
    public <T> List<T> list(String name, RowReader<T> reader, Object... values)
        throws SQLException {
      List<T> rows = new ArrayList<>();
      try (ResultSet result = bind(name, values).executeQuery()) {
        Row row = new Row(result);
        while (result.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }

    private PreparedStatement bind(String name, Object... values) throws SQLException {
      PreparedStatement statement = prepared.get(name);
      if (statement == null) {
        String text = texts.computeIfAbsent(name, key -> SqlFile.read("ledger/" + key + ".sql"));
        statement = connection.prepareStatement(text);
        prepared.put(name, statement);
      }
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, plain(values[i]));
      }
      return statement;
    }

    private static @Nullable Object plain(Object value) {
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    @Override
    public void close() throws SQLException {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
    }
  }

  /** A row being read, by position from 1. */
  public record Row(ResultSet result) {
    /** Of a column that is never null. */
    public String text(int column) throws SQLException {
      return result.getString(column);
    }

    /** Of a column that may be null. */
    public Optional<String> findText(int column) throws SQLException {
      return Optional.ofNullable(result.getString(column));
    }

    /** A whole number. */
    public long number(int column) throws SQLException {
      return result.getLong(column);
    }

    /** A time in milliseconds. */
    public Instant time(int column) throws SQLException {
      return Instant.ofEpochMilli(result.getLong(column));
    }

    /** A time, if there is one. */
    public Optional<Instant> findTime(int column) throws SQLException {
      long at = result.getLong(column);
      return result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
  }
}
