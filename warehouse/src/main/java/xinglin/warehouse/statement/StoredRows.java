package xinglin.warehouse.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The rows of a query of any shape, kept in a temporary table and streamed from there.
 *
 * <p>Streamed straight from the query, DuckDB 1.5.6 waits for itself for ever when two branches of
 * a {@code union all}, each a join, fill their buffers before either has ended and there are no
 * more threads than branches. Not streamed, an answer is held in memory that no limit bounds. A
 * table is one branch, and spills.
 */
public final class StoredRows implements AutoCloseable {
  private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+):");
  private final Statement statement;
  private final String table;
  private final ResultSet rows;

  private StoredRows(Statement statement, String table, ResultSet rows) {
    this.statement = statement;
    this.table = table;
    this.rows = rows;
  }

  /**
   * Runs a query. Two columns of one name get different ones.
   *
   * @param connection one answer at a time
   * @param query one select, with or without parameters
   * @param parameters texts, empty for null
   * @param most further rows are left out
   * @throws SQLException of the database, lines counted as in the query
   */
  public static StoredRows of(
      Connection connection, String query, List<Optional<String>> parameters, OptionalLong most)
      throws SQLException {
    String table = "temp.stored_rows";
    try (PreparedStatement store = connection.prepareStatement(stored(table, query, most))) {
      for (int i = 0; i < parameters.size(); i++) {
        store.setString(i + 1, parameters.get(i).orElse(null));
      }
      store.execute();
    } catch (SQLException e) {
      throw new SQLException(ownLines(String.valueOf(e.getMessage())), e);
    }
    Statement statement = connection.createStatement();
    try {
      return new StoredRows(statement, table, statement.executeQuery("from " + table));
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** The query begins a line, so that what is wrong in it is shown as it was written. */
  private static String stored(String table, String query, OptionalLong most) {
    return "create or replace temp table "
        + table.substring(table.indexOf('.') + 1)
        + " as "
        + (most.isPresent() ? "from (\n" : "(\n")
        + query
        + "\n)"
        + (most.isPresent() ? " limit " + most.getAsLong() : "");
  }

  private static String ownLines(String message) {
    return LINE.matcher(message).replaceAll(StoredRows::lineBefore);
  }

  private static String lineBefore(MatchResult line) {
    return "LINE " + (Integer.parseInt(line.group(1)) - 1) + ":";
  }

  /** To be read with {@link StreamedRows#next}. */
  public ResultSet rows() {
    return rows;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    statement.execute("drop table " + table);
    statement.close();
  }
}
