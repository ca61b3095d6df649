package xinglin.warehouse.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.seal.Seal;

/**
 * Rows of one worker on their way into Parquet files. Not thread safe: one per worker. Memory is
 * bounded: full buffers are sorted and become files.
 */
public final class PartitionWriter implements RowSink, AutoCloseable {
  /** Rows held over all tables before they become files; some tens of megabytes. */
  private static final int ROWS_HELD = 40_000;

  /** When that is reached, buffers that hold this part of it become files; small ones go on. */
  private static final int LARGE_PART = 8;

  private final Tables tables;
  private final PendingLists pending;
  private final Path warehouse;
  private final String runId;
  private final String partition;
  private final Supplier<Seal> seals;
  private final Map<String, TableBuffer> buffers = new TreeMap<>();
  private final Map<String, TableBuffer> candidates = new TreeMap<>();
  private final Map<String, TableShape> shapes = new HashMap<>();
  private Optional<Seal> seal = Optional.empty();
  private int held;
  private boolean finished;

  /**
   * @param seals what encrypts personal columns
   */
  PartitionWriter(
      Tables tables,
      PendingLists pending,
      Path warehouse,
      String runId,
      String partition,
      Supplier<Seal> seals) {
    this.tables = tables;
    this.pending = pending;
    this.warehouse = warehouse;
    this.runId = runId;
    this.partition = partition;
    this.seals = seals;
  }

  @Override
  public Tables tables() {
    return tables;
  }

  /** Adds a row; its restricted columns are encrypted and kept apart. */
  @Override
  public void write(String table, Map<String, ?> row) {
    TableShape shape = known(table, row);
    seal(shape, row);
    add(buffers, shape.main(), row);
  }

  /**
   * Adds a candidate row of table {@code delivery} or {@code submission}: the Decider reads it,
   * changes verdict and outcome where history says so, and writes the row itself. Restricted
   * columns of a candidate are stored at once.
   */
  @Override
  public void candidate(String table, Map<String, ?> row) {
    TableShape shape = known(table, row);
    seal(shape, row);
    add(candidates, shape.main(), row);
  }

  /** What a row of a table needs to know, worked out once. */
  private record TableShape(
      TableDefinition definition,
      StoredTable main,
      StoredTable restricted,
      Set<String> names,
      String idColumn) {
    static TableShape of(TableDefinition definition) {
      return new TableShape(
          definition,
          StoredTable.main(definition),
          StoredTable.restricted(definition),
          definition.columns().stream()
              .filter(column -> column.id() > 0)
              .map(Column::name)
              .collect(Collectors.toUnmodifiableSet()),
          StoredTable.idColumn(definition));
    }
  }

  private TableShape known(String table, Map<String, ?> row) {
    TableShape shape = shapes.computeIfAbsent(table, name -> TableShape.of(tables.get(name)));
    for (String name : row.keySet()) {
      if (!shape.names().contains(name)) {
        throw new IllegalArgumentException("Cannot write column " + name + " of table " + table);
      }
    }
    return shape;
  }

  private void seal(TableShape shape, Map<String, ?> row) {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (Column column : shape.definition().restricted()) {
      Object value = row.get(column.name());
      Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (plain != null) {
        secrets.put(column.name(), plain.toString());
      }
    }
    if (secrets.isEmpty()) {
      return;
    }
    if (seal.isEmpty()) {
      seal = Optional.of(seals.get());
    }
    String id = String.valueOf(row.get(shape.idColumn()));
    int ordinal = row.get("ordinal") instanceof Integer number ? number : 0;
    byte[] blob = seal.get().close(shape.definition().name(), id, ordinal, secrets);
    add(
        buffers,
        shape.restricted(),
        Map.of(
            shape.idColumn(), id, "ordinal", ordinal, "key_id", seal.get().keyId(), "blob", blob));
  }

  /**
   * Adds all rows of a relation of another database at once: they never pass through Java. Its
   * columns have the names of the table's; those it lacks are an SQLException.
   */
  public void copy(Connection connection, String table, String relation) throws SQLException {
    StoredTable stored = StoredTable.main(tables.get(table));
    copy(stored, file -> ParquetCopy.rows(connection, stored, tables.get(table), relation, file));
  }

  /**
   * Adds the personal columns of a relation: {@code ordinal} and {@code secrets}, a JSON object of
   * texts. Each row is encrypted in Java on its way.
   */
  public void copySealed(Connection connection, String table, String id, String relation)
      throws SQLException {
    StoredTable stored = StoredTable.restricted(tables.get(table));
    copy(stored, file -> ParquetCopy.sealed(connection, stored, id, seals, relation, file));
  }

  private void copy(StoredTable stored, ParquetCopy copy) throws SQLException {
    TableBuffer buffer = buffer(buffers, stored);
    try {
      Path file = buffer.nextFile();
      buffer.adopt(file, copy.write(file));
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot write data files of run " + runId, DeliveryException.Retry.SAFE, e);
    }
  }

  private TableBuffer buffer(Map<String, TableBuffer> into, StoredTable table) {
    TableBuffer buffer = into.get(table.fullName());
    if (buffer == null) {
      Path folder =
          into == candidates
              ? pending.folder(runId).resolve("candidates").resolve(table.name())
              : warehouse.resolve(table.namespace()).resolve(table.name()).resolve("data");
      buffer = new TableBuffer(table, folder, runId + "-" + partition);
      into.put(table.fullName(), buffer);
    }
    return buffer;
  }

  private void add(Map<String, TableBuffer> into, StoredTable table, Map<String, ?> row) {
    buffer(into, table).add(row);
    held++;
    if (held >= ROWS_HELD) {
      flush(ROWS_HELD / LARGE_PART);
    }
  }

  /** Turns every buffer of at least so many rows into a file. */
  private void flush(int rows) {
    try {
      held = 0;
      for (Map<String, TableBuffer> some : List.of(buffers, candidates)) {
        for (TableBuffer buffer : some.values()) {
          if (buffer.size() >= rows) {
            buffer.flush();
          }
          held += buffer.size();
        }
      }
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot write data files of run " + runId, DeliveryException.Retry.SAFE, e);
    }
  }

  /**
   * Ends the partition: files are durable and their list is written at once. Before that nothing of
   * it counts, after a kill it is written again from the start.
   */
  public void finish() {
    flush(0);
    try {
      pending.write(runId, partition, new PendingLists.Written(files(buffers), files(candidates)));
      finished = true;
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot finish partition " + partition + " of run " + runId,
          DeliveryException.Retry.SAFE,
          e);
    }
  }

  private static Map<String, List<PendingFile>> files(Map<String, TableBuffer> buffers) {
    Map<String, List<PendingFile>> files = new TreeMap<>();
    buffers.values().forEach(buffer -> files.put(buffer.table().fullName(), buffer.files()));
    return files;
  }

  /** Deletes the files if the partition was not finished. */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    List<TableBuffer> all = new ArrayList<>(buffers.values());
    all.addAll(candidates.values());
    for (TableBuffer buffer : all) {
      for (PendingFile file : buffer.files()) {
        try {
          Files.deleteIfExists(file.path());
        } catch (IOException e) {
          throw new DeliveryException(
              "Cannot delete " + file.path(), DeliveryException.Retry.SAFE, e);
        }
      }
    }
  }
}
