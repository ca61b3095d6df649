package xinglin.warehouse.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import xinglin.schemas.indicator.IndicatorDefinition;
import xinglin.schemas.indicator.IndicatorTarget;
import xinglin.schemas.indicator.Indicators;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;

/** Schema {@code lake}: what models start from. Stored tables as views over their Parquet files. */
final class SourceViews {
  /** Targets as the definitions of indicators declare them. */
  static final String DECLARED_TARGET = "declared_target";

  private final Connection connection;

  SourceViews(Connection connection) {
    this.connection = connection;
  }

  /**
   * A view of the declared columns without the restricted ones. Columns that no file has yet are
   * null; a table without files is an empty relation of the declared types.
   */
  void stored(TableDefinition table, List<Path> files) throws SQLException {
    String list =
        files.stream()
            .map(file -> "'" + file.toString().replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "read_parquet([", "], union_by_name = true)"));
    Set<String> present = files.isEmpty() ? Set.of() : columns(list);
    String columns =
        table.stored().stream()
            .map(
                column ->
                    "cast("
                        + (present.contains(column.name()) ? column.name() : "null")
                        + " as "
                        + column.type().duckDb()
                        + ") as "
                        + column.name())
            .collect(Collectors.joining(", "));
    String from = files.isEmpty() ? " where false" : " from " + list;
    execute("create view work.lake." + table.name() + " as select " + columns + from);
  }

  /** The rows as texts, one column for each of the table's. */
  void dimension(TableDefinition table, List<Map<String, String>> rows) throws SQLException {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    fill(table.name(), columns, rows);
  }

  void targets(Indicators indicators) throws SQLException {
    List<String> columns =
        List.of(
            "indicator_id",
            "division_code",
            "period_start",
            "period_end",
            "comparison",
            "target",
            "is_yearly",
            "source");
    fill(
        DECLARED_TARGET,
        columns,
        indicators.list().stream()
            .flatMap(
                indicator -> indicator.targets().stream().map(target -> row(indicator, target)))
            .toList());
  }

  private static Map<String, String> row(IndicatorDefinition indicator, IndicatorTarget target) {
    Map<String, String> row = new java.util.HashMap<>();
    row.put("indicator_id", indicator.id());
    row.put("division_code", target.divisionCode());
    row.put("period_start", target.from().toString());
    row.put("period_end", target.to().toString());
    row.put("comparison", target.comparison().name().toLowerCase(java.util.Locale.ROOT));
    row.put("is_yearly", String.valueOf(target.per() == IndicatorTarget.Per.YEAR));
    row.put("source", target.source());
    target.value().ifPresent(value -> row.put("target", value.toPlainString()));
    return row;
  }

  private void fill(String name, List<String> columns, List<Map<String, String>> rows)
      throws SQLException {
    String types =
        columns.stream().map(column -> column + " varchar").collect(Collectors.joining(", "));
    execute("create table work.lake." + name + "(" + types + ")");
    try (DuckDBAppender appender =
        ((DuckDBConnection) connection).createAppender("work", "lake", name)) {
      for (Map<String, String> row : rows) {
        for (String key : row.keySet()) {
          if (!columns.contains(key)) {
            throw new IllegalArgumentException(
                "Cannot fill column " + name + "." + key + ": the table has none of this name");
          }
        }
        appender.beginRow();
        for (String column : columns) {
          appender.append(row.get(column));
        }
        appender.endRow();
      }
    }
  }

  private Set<String> columns(String relation) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("describe select * from " + relation)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
