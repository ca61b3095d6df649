package xinglin.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.ColumnType;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.sql.ModelRunner;
import xinglin.warehouse.sql.SqlModel;

/** Writes tables as declared: columns in order, types, comments, rows in one total order. */
final class PublishedTables {
  private static final List<Column> KNOWN =
      List.of(
          new Column(0, "known_from", ColumnType.TIMESTAMP, false, "自何时起为当前数据", "Current from"),
          new Column(
              0,
              "known_to",
              ColumnType.TIMESTAMP,
              false,
              "至何时被取代；仍为当前数据则为空；与起始相同则从未生效",
              "Replaced at; null if current, the same as known_from if it never held"));
  private final Connection connection;
  private final Map<String, Long> rows = new TreeMap<>();

  PublishedTables(Connection connection) {
    this.connection = connection;
  }

  /** Rows by table, as written so far. */
  Map<String, Long> rows() {
    return Map.copyOf(rows);
  }

  /** From a model. */
  void write(SqlModel model, TableDefinition table, boolean isHistory) throws SQLException {
    String source = "(" + model.body() + "\n)";
    new ModelRunner(connection).execute(model, statement(table, isHistory, source));
    finish(table, isHistory);
  }

  /** From rows already there. */
  void write(TableDefinition table, String source) throws SQLException {
    execute(statement(table, false, source));
    finish(table, false);
  }

  private static List<Column> columns(TableDefinition table, boolean isHistory) {
    List<Column> columns =
        new ArrayList<>(table.columns().stream().filter(column -> !column.restricted()).toList());
    if (isHistory) {
      columns.addAll(KNOWN);
    }
    return columns;
  }

  private static String name(TableDefinition table, boolean isHistory) {
    return (isHistory ? "history." : "main.") + table.name();
  }

  private static String statement(TableDefinition table, boolean isHistory, String source) {
    List<Column> columns = columns(table, isHistory);
    String list =
        columns.stream()
            .map(
                column ->
                    "cast("
                        + column.name()
                        + " as "
                        + column.type().duckDb()
                        + ") as "
                        + column.name())
            .collect(Collectors.joining(", "));
    Set<String> order = new LinkedHashSet<>(table.sort());
    order.addAll(table.key());
    if (isHistory) {
      order.add("known_from");
    }
    String by = order.isEmpty() ? "all" : String.join(", ", order);
    return "create table "
        + name(table, isHistory)
        + " as select "
        + list
        + " from "
        + source
        + " order by "
        + by;
  }

  private void finish(TableDefinition table, boolean isHistory) throws SQLException {
    String name = name(table, isHistory);
    // One transaction: each of its own would be forced to the disk.
    StringBuilder comments = new StringBuilder("begin; comment on table " + name + " is ");
    comments.append(text(isHistory ? table.zh() + "（全部版本）" : table.zh()));
    for (Column column : columns(table, isHistory)) {
      comments.append("; comment on column ").append(name).append('.').append(column.name());
      comments.append(" is ").append(text(column.zh()));
    }
    execute(comments.append("; commit").toString());
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + name)) {
      count.next();
      rows.put(isHistory ? name : table.name(), count.getLong(1));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
