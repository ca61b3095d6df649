package xinglin.warehouse.lake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Types;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.seal.Seal;

/**
 * Writes a Parquet file with the field ids of a stored table out of a relation in DuckDB, in the
 * order of the relation.
 */
@FunctionalInterface
interface ParquetCopy {
  /** Returns the rows written. */
  long write(Path file) throws SQLException;

  /** Blobs of one group are read at once, and one has some hundred bytes. */
  String SMALL_GROUPS = ", row_group_size 16384";

  /** The plain columns, typed and sorted as declared. */
  static long rows(
      Connection connection,
      StoredTable table,
      TableDefinition definition,
      String relation,
      Path file)
      throws SQLException {
    String columns =
        definition.stored().stream().map(ParquetCopy::typed).collect(Collectors.joining(", "));
    return copy(connection, table, columns, relation, file, "");
  }

  private static String typed(Column column) {
    return "cast(" + column.name() + " as " + column.type().duckDb() + ") as " + column.name();
  }

  /** One blob a row; closed by a function of ours while the rows pass. */
  static long sealed(
      Connection connection,
      StoredTable table,
      String id,
      Supplier<Seal> seals,
      String relation,
      Path file)
      throws SQLException {
    ThreadLocal<Seal> seal = ThreadLocal.withInitial(seals);
    try (DuckDBScalarFunctionBuilder function = DuckDBFunctions.scalarFunction()) {
      function
          .withName("sealed")
          .withParameters(Integer.class, String.class)
          .withReturnType(String.class)
          .withVectorizedFunction((rows, blobs) -> close(seal.get(), table.name(), id, rows, blobs))
          .withVolatile()
          .register(connection);
    }
    String columns =
        String.join(
            ", ",
            text(id) + " as " + table.columns().get(0),
            "ordinal",
            text(seals.get().keyId()) + " as key_id",
            "from_base64(sealed(ordinal, secrets)) as blob");
    return copy(connection, table, columns, relation, file, SMALL_GROUPS);
  }

  /** The driver passes no binary values: they go in base64. */
  private static void close(
      Seal seal, String table, String id, DuckDBDataChunkReader rows, DuckDBWritableVector blobs) {
    DuckDBReadableVector ordinals = rows.vector(0);
    DuckDBReadableVector secrets = rows.vector(1);
    byte[][] texts = new byte[(int) rows.rowCount()][];
    for (int at = 0; at < texts.length; at++) {
      byte[] plain = secrets.getString(at).getBytes(StandardCharsets.UTF_8);
      texts[at] = Base64.getEncoder().encode(seal.close(table, id, ordinals.getInt(at), plain));
    }
    blobs.setStringUtf8Batch(0, texts);
  }

  private static long copy(
      Connection connection,
      StoredTable table,
      String columns,
      String relation,
      Path file,
      String options)
      throws SQLException {
    String ids =
        table.schema().columns().stream()
            .map((Types.NestedField field) -> field.name() + ": " + field.fieldId())
            .collect(Collectors.joining(", ", "{", "}"));
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(
          "copy (select "
              + columns
              + " from "
              + relation
              + ") to "
              + text(file.toString())
              + " (format parquet, compression zstd, field_ids "
              + ids
              + options
              + ")");
    }
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
