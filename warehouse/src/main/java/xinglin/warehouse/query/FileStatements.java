package xinglin.warehouse.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.sql.Layer;
import xinglin.warehouse.sql.ModelOrder;
import xinglin.warehouse.sql.ModelRunner;
import xinglin.warehouse.sql.SqlFiles;
import xinglin.warehouse.sql.SqlModel;
import xinglin.warehouse.statement.SqlFile;

/**
 * The statements by which a published file is asked. They are those that it was made with and
 * holds, together with the macros that they call, so that a release answers the same for ever. A
 * file from before that is asked by those of this version; columns and tables that it has not got
 * are empty then.
 */
final class FileStatements {
  private static final Logger LOG = LoggerFactory.getLogger(FileStatements.class);
  private static final String TABLE = "file_statement";

  /** Every published file ever made has these: one that has not is none. */
  private static final Set<String> EVER = Set.of("indicator", "submission");

  private FileStatements() {}

  /**
   * A statement.
   *
   * @param path below {@code warehouse/sql}
   */
  static String text(Connection connection, String path) throws SQLException {
    return find(connection, path).orElseGet(() -> SqlFile.read(path));
  }

  private static Optional<String> find(Connection connection, String path) throws SQLException {
    if (!columns(connection, "main").containsKey(TABLE)) {
      return Optional.empty();
    }
    try (PreparedStatement statement =
        connection.prepareStatement("select text from " + TABLE + " where path = ?")) {
      statement.setString(1, path);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /**
   * Lays views with empty columns over tables that lack some, but those shown as of a day, and adds
   * macros that it lacks; true if there was anything to do.
   */
  static boolean complete(Connection connection) throws SQLException {
    Map<String, Set<String>> there = columns(connection, "main");
    if (there.containsKey(TABLE) || !there.keySet().containsAll(EVER)) {
      return false;
    }
    String database = shown(connection, "select current_database()").iterator().next();
    Set<String> shadowed =
        shown(
            connection,
            "select view_name from duckdb_views() where database_name = 'temp' union select"
                + " table_name from duckdb_tables() where database_name = 'temp'");
    boolean isChanged = false;
    DefinitionFiles definitions = DefinitionFiles.load(Optional.empty());
    Tables tables = Tables.load(definitions, new Problems());
    for (TableDefinition table : tables.list()) {
      Set<String> has = there.getOrDefault(table.name(), Set.of());
      StringBuilder missing = new StringBuilder();
      for (Column column : table.columns()) {
        if (!column.restricted() && !has.contains(column.name())) {
          missing.append(missing.isEmpty() ? "" : ", ").append("cast(null as ");
          missing.append(column.type().duckDb()).append(") as ").append(column.name());
        }
      }
      if (!missing.isEmpty() && !shadowed.contains(table.name())) {
        // Its own schema by name: "main" alone would be that of the view.
        String of = "\"" + database.replace("\"", "\"\"") + "\".main." + table.name();
        String from = has.isEmpty() ? " where false" : ", * from " + of;
        execute(
            connection,
            "create or replace temp view " + table.name() + " as select " + missing + from);
        isChanged = true;
      }
    }
    return addMacros(connection, definitions, tables) || isChanged;
  }

  /** Those it has not got; one that its tables do not allow is left out, and named when asked. */
  private static boolean addMacros(
      Connection connection, DefinitionFiles definitions, Tables tables) throws SQLException {
    Set<String> has =
        shown(connection, "select function_name from duckdb_functions() where not internal");
    Problems problems = new Problems();
    List<SqlModel> models =
        ModelOrder.of(SqlFiles.load(definitions, tables, problems), Set.of(), problems);
    ModelRunner runner = new ModelRunner(connection);
    boolean isChanged = false;
    for (SqlModel model : models) {
      if (model.layer() == Layer.MACROS && !has.contains(model.name())) {
        try {
          runner.temporaryMacro(model);
          isChanged = true;
        } catch (DefinitionException e) {
          LOG.debug("Cannot add {}: {}", model.name(), e.problems());
        }
      }
    }
    return isChanged;
  }

  private static Map<String, Set<String>> columns(Connection connection, String schema)
      throws SQLException {
    Map<String, Set<String>> columns = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select table_name, column_name from duckdb_columns() where schema_name = ? and"
                + " database_name = current_database()")) {
      statement.setString(1, schema);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.computeIfAbsent(row.getString(1), name -> new HashSet<>()).add(row.getString(2));
        }
      }
    }
    return columns;
  }

  private static Set<String> shown(Connection connection, String sql) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
