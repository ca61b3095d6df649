package xinglin.warehouse.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;
import xinglin.warehouse.home.DurableFiles;

/** Rows of one table that a worker holds until they become a sorted Parquet file. */
final class TableBuffer {
  private final StoredTable table;
  private final List<Type> types;
  private final Path folder;
  private final String prefix;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private final List<PendingFile> files = new ArrayList<>();

  /**
   * @param prefix of file names, unique among all writers of the table
   */
  TableBuffer(StoredTable table, Path folder, String prefix) {
    this.table = table;
    this.types = table.schema().columns().stream().map(Types.NestedField::type).toList();
    this.folder = folder;
    this.prefix = prefix;
  }

  StoredTable table() {
    return table;
  }

  /** Adds a row by column name; names the table does not store are ignored. */
  void add(Map<String, ?> values) {
    List<String> columns = table.columns();
    @Nullable Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      String column = columns.get(i);
      row[i] = RowValues.convert(types.get(i), column, values.get(column));
    }
    rows.add(row);
  }

  /** Rows held. */
  int size() {
    return rows.size();
  }

  /** Sorts what is held and makes it a durable file. */
  void flush() throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(RowValues.order(table.sort()));
    Path file = nextFile();
    try (ParquetWriter<@Nullable Object[]> writer = new RowFile(file, table).build()) {
      for (@Nullable Object[] row : rows) {
        writer.write(row);
      }
    }
    DurableFiles.force(file);
    files.add(new PendingFile(file, rows.size()));
    rows.clear();
  }

  /** Takes in a durable file whose rows are typed and sorted as the table's own. */
  void adopt(Path file, long written) throws IOException {
    if (written == 0) {
      Files.deleteIfExists(file);
      return;
    }
    DurableFiles.force(file);
    files.add(new PendingFile(file, written));
  }

  /** Where the next file belongs; nothing is there. */
  Path nextFile() throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(prefix + "-" + files.size() + ".parquet");
    Files.deleteIfExists(file);
    return file;
  }

  List<PendingFile> files() {
    return List.copyOf(files);
  }
}
