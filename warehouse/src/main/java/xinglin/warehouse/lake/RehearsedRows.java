package xinglin.warehouse.lake;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.statement.DuckDb;

/**
 * Rows of one file that are only tried out: they go to a database in memory instead of Parquet
 * files. Personal columns are left out.
 */
public final class RehearsedRows implements RowSink, AutoCloseable {
  private final DuckDb duckDb;
  private final Tables tables;
  private final String prefix;
  private final Map<String, List<Column>> columns = new HashMap<>();
  private final Map<String, DuckDBAppender> appenders = new TreeMap<>();

  public RehearsedRows(DuckDb duckDb, Tables tables) {
    this(duckDb, tables, "");
  }

  /**
   * Beside other rows that are tried out in the same database.
   *
   * @param world what the names of its relations begin with
   */
  public RehearsedRows(DuckDb duckDb, Tables tables, String world) {
    this.duckDb = duckDb;
    this.tables = tables;
    this.prefix = world + "tried_";
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void write(String table, Map<String, ?> row) {
    add(table, prefix + table, row);
  }

  @Override
  public void candidate(String table, Map<String, ?> row) {
    add(table, prefix + "candidate_" + table, row);
  }

  private void add(String table, String relation, Map<String, ?> row) {
    try {
      DuckDBAppender known = appenders.get(relation);
      DuckDBAppender appender = known == null ? open(table, relation) : known;
      appender.beginRow();
      for (Column column : columns.getOrDefault(table, List.of())) {
        appender.append(text(row.get(column.name())));
      }
      appender.endRow();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private DuckDBAppender open(String table, String relation) throws SQLException {
    List<Column> stored =
        columns.computeIfAbsent(table, name -> List.copyOf(tables.get(name).stored()));
    String list =
        stored.stream().map(column -> column.name() + " varchar").collect(Collectors.joining(", "));
    try (Statement statement = duckDb.connection().createStatement()) {
      statement.execute("create table " + relation + " (" + list + ")");
    }
    DuckDBAppender appender =
        ((DuckDBConnection) duckDb.connection()).createAppender("main", relation);
    appenders.put(relation, appender);
    return appender;
  }

  /** All types of ours have one text that is read back as the same value. */
  private static @Nullable String text(@Nullable Object value) {
    Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    return plain instanceof BigDecimal number
        ? number.toPlainString()
        : Objects.toString(plain, null);
  }

  /** A relation with the types of its table; empty if nothing was written to it. */
  public Optional<String> rows(String table) {
    return typed(table, prefix + table);
  }

  /** As {@link #rows}, of candidates. */
  public Optional<String> candidates(String table) {
    return typed(table, prefix + "candidate_" + table);
  }

  private Optional<String> typed(String table, String relation) {
    if (!appenders.containsKey(relation)) {
      return Optional.empty();
    }
    String list =
        columns.getOrDefault(table, List.of()).stream()
            .map(column -> column.name() + "::" + column.type().duckDb() + " as " + column.name())
            .collect(Collectors.joining(", "));
    return Optional.of("(select " + list + " from " + relation + ")");
  }

  /** Ends the writing; the rows stay in the database. */
  @Override
  public void close() {
    try {
      for (DuckDBAppender appender : appenders.values()) {
        appender.close();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static DeliveryException failed(SQLException e) {
    return new DeliveryException(
        "Cannot try out the rows of a file: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
  }
}
