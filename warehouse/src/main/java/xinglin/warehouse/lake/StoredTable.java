package xinglin.warehouse.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.ColumnType;
import xinglin.schemas.table.TableDefinition;

/**
 * One Iceberg table: the plain columns of a definition, or its encrypted ones.
 *
 * @param namespace main or restricted
 * @param columns names, in the order of the schema
 * @param sort positions of the columns by which files are sorted
 */
record StoredTable(
    String namespace, String name, Schema schema, List<String> columns, List<Integer> sort) {
  static final String MAIN = "main";
  static final String RESTRICTED = "restricted";
  private static final int PRECISION = 20;
  private static final int SCALE = 4;

  static StoredTable main(TableDefinition table) {
    List<Types.NestedField> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Column column : table.stored()) {
      fields.add(
          Types.NestedField.optional(column.id(), column.name(), type(column.type()), column.zh()));
      names.add(column.name());
    }
    return new StoredTable(
        MAIN,
        table.name(),
        new Schema(fields),
        List.copyOf(names),
        table.sort().stream().map(names::indexOf).toList());
  }

  /** Row identity, key and one blob. */
  static StoredTable restricted(TableDefinition table) {
    String id = idColumn(table);
    Schema schema =
        new Schema(
            Types.NestedField.optional(1, id, Types.StringType.get()),
            Types.NestedField.optional(2, "ordinal", Types.IntegerType.get()),
            Types.NestedField.optional(3, "key_id", Types.StringType.get()),
            Types.NestedField.optional(4, "blob", Types.BinaryType.get()));
    return new StoredTable(
        RESTRICTED, table.name(), schema, List.of(id, "ordinal", "key_id", "blob"), List.of(0, 1));
  }

  /** The column that says whose row it is: submission_id, or delivery_id for deliveries. */
  static String idColumn(TableDefinition table) {
    return table.columns().get(0).name();
  }

  /** Name with namespace, for example {@code main.observation}. */
  String fullName() {
    return namespace + "." + name;
  }

  private static Type type(ColumnType type) {
    return switch (type) {
      case STRING -> Types.StringType.get();
      case INTEGER -> Types.IntegerType.get();
      case BIGINT -> Types.LongType.get();
      case DECIMAL -> Types.DecimalType.of(PRECISION, SCALE);
      case DATE -> Types.DateType.get();
      case TIMESTAMP -> Types.TimestampType.withZone();
      case BOOLEAN -> Types.BooleanType.get();
    };
  }
}
