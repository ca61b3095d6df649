package xinglin.warehouse.decide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/** Copies judged rows from DuckDB into the files of the run. */
final class FinalRows {
  private final PartitionWriter writer;
  private final String runId;
  private final Instant loadedAt;

  FinalRows(PartitionWriter writer, String runId, Instant loadedAt) {
    this.writer = writer;
    this.runId = runId;
    this.loadedAt = loadedAt;
  }

  /** Copies the rows of {@code checks/<from>_rows.sql} as rows of a table, under this run. */
  void copy(DuckDb duckDb, String table, String from) throws SQLException {
    TableDefinition definition = writer.tables().get(table);
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("checks/" + from + "_rows.sql"))) {
      while (StreamedRows.next(row)) {
        Map<String, Object> values = new HashMap<>();
        for (Column column : definition.stored()) {
          values.put(column.name(), Optional.ofNullable(value(row, column)));
        }
        values.put("run_id", runId);
        values.put("loaded_at", loadedAt);
        writer.write(table, values);
      }
    }
  }

  private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
    String name = column.name();
    return switch (column.type()) {
      case STRING -> row.getString(name);
      case INTEGER -> row.getObject(name, Integer.class);
      case BIGINT -> row.getObject(name, Long.class);
      case DECIMAL -> row.getBigDecimal(name);
      case BOOLEAN -> row.getObject(name, Boolean.class);
      case DATE -> row.getObject(name, LocalDate.class);
      case TIMESTAMP -> {
        OffsetDateTime time = row.getObject(name, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
    };
  }
}
