package xinglin.schemas.table;

import java.util.List;

/**
 * A table, declared once for Iceberg, Parquet, DuckDB comments and the reference pages.
 *
 * @param name as published
 * @param kind stored (in Iceberg and published) or derived (published only)
 * @param current whether the published table holds what is current, with all revisions in {@code
 *     history}
 * @param sort columns by which its Parquet files are sorted
 * @param key columns that identify a row of the published table
 */
public record TableDefinition(
    String name,
    Kind kind,
    boolean current,
    String zh,
    String en,
    List<String> key,
    List<String> sort,
    List<Column> columns) {

  public TableDefinition {
    key = List.copyOf(key);
    sort = List.copyOf(sort);
    columns = List.copyOf(columns);
  }

  /** Columns that rest in the Iceberg table itself. */
  public List<Column> stored() {
    return columns.stream().filter(column -> column.id() > 0 && !column.restricted()).toList();
  }

  /** Columns that rest encrypted. */
  public List<Column> restricted() {
    return columns.stream().filter(Column::restricted).toList();
  }

  /** Whether its rows are lines of forms, each with a key of its own. */
  public boolean isRegister() {
    return isStored() && columns.stream().anyMatch(Column::isLineKey);
  }

  /** Whether it rests in Iceberg, and is not only made when published. */
  public boolean isStored() {
    return kind != Kind.DERIVED;
  }

  /** Where a table comes from. */
  public enum Kind {
    /** Stored lines of forms; the columns that all registers have need not be declared. */
    REGISTER,
    STORED,
    DERIVED
  }
}
