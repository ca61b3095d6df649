package xinglin.app.night.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * Looks into files as far as anybody could: as they lie on the disk, and into archives, Office
 * files, compressed files, databases, Parquet and Avro.
 */
final class Haystack {
  private static final int DEEPEST = 6;

  /** Of an entry: a bomb is not unpacked whole. */
  private static final int MOST_BYTES = 4 << 20;

  private final Needles needles;
  private final List<String> hits = new ArrayList<>();
  private final Set<String> found = new TreeSet<>();
  private final List<String> parquet = new ArrayList<>();

  Haystack(Needles needles) {
    this.needles = needles;
  }

  /** Where what was found: {@code file!entry: value}. */
  List<String> hits() {
    return hits;
  }

  Set<String> found() {
    return found;
  }

  /** All files below a folder that are wanted; the names of the files themselves, too. */
  Haystack folder(Path folder, Predicate<String> wanted) throws IOException, SQLException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.getParent().relativize(file).toString();
      if (wanted.test(name)) {
        file(name, file);
      }
    }
    parquet();
    return this;
  }

  Haystack text(String name, String text) {
    look(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** All Parquet files through one connection. */
  private void parquet() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      for (String file : parquet) {
        rows(file + " (read)", connection, "select * from read_parquet('" + file + "')");
      }
    }
    parquet.clear();
  }

  private void file(String name, Path file) throws IOException, SQLException {
    byte[] bytes = Files.readAllBytes(file);
    text(name + " (its name)", name);
    bytes(name, bytes, 0);
    if (starts(bytes, 8, "DUCK")) {
      Properties readOnly = new Properties();
      readOnly.setProperty("duckdb.read_only", "true");
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly)) {
        tables(
            name,
            connection,
            "select '\"' || table_schema || '\".\"' || table_name || '\"' from information_schema.tables"
                + " where table_type = 'BASE TABLE' order by 1");
      }
    } else if (starts(bytes, 0, "PAR1")) {
      parquet.add(file.toString());
    } else if (starts(bytes, 0, "SQLite format 3")) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        tables(
            name,
            connection,
            "select '\"' || name || '\"' from sqlite_master where type = 'table'");
      }
    }
  }

  private void bytes(String name, byte[] bytes, int depth) throws IOException {
    look(name, bytes);
    if (depth > DEEPEST) {
      return;
    }
    if (starts(bytes, 0, "PK")) {
      try (ZipInputStream zip =
          new ZipInputStream(
              new ByteArrayInputStream(bytes), java.nio.charset.Charset.forName("GB18030"))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          text(name + "!" + entry.getName() + " (its name)", entry.getName());
          bytes(name + "!" + entry.getName(), zip.readNBytes(MOST_BYTES), depth + 1);
        }
      } catch (IOException | IllegalArgumentException e) {
        look(name + " (damaged)", bytes);
      }
    } else if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
      try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes(name + "!", plain.readAllBytes(), depth + 1);
      }
    } else if (starts(bytes, 0, "Obj\u0001")) {
      avro(name, bytes);
    } else {
      for (byte[] part : Mime.parts(bytes)) {
        bytes(name + "!part", part, depth + 1);
      }
    }
  }

  private void avro(String name, byte[] bytes) throws IOException {
    try (DataFileStream<GenericRecord> rows =
        new DataFileStream<>(new ByteArrayInputStream(bytes), new GenericDatumReader<>())) {
      for (GenericRecord row : rows) {
        value(name, row);
      }
    }
  }

  /** Bounds of columns are bytes inside records inside lists. */
  private void value(String name, @org.jspecify.annotations.Nullable Object value) {
    if (value instanceof GenericRecord row) {
      row.getSchema().getFields().forEach(field -> value(name, row.get(field.pos())));
    } else if (value instanceof Iterable<?> list) {
      list.forEach(one -> value(name, one));
    } else if (value instanceof java.util.Map<?, ?> map) {
      map.forEach(
          (key, one) -> {
            value(name, key);
            value(name, one);
          });
    } else if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      look(name, bytes);
    } else if (value != null) {
      text(name, value.toString());
    }
  }

  private void tables(String name, Connection connection, String list) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(list)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    for (String table : tables) {
      rows(name + "!" + table, connection, "select * from " + table);
    }
  }

  private void rows(String name, Connection connection, String sql) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int at = 1; at <= columns; at++) {
          text.append(rows.getString(at)).append('\t');
        }
        text.append('\n');
      }
    }
    text(name, text.toString());
  }

  private void look(String name, byte[] bytes) {
    for (String value : needles.in(bytes)) {
      hits.add(name + ": " + value);
      found.add(value);
    }
  }

  private static boolean starts(byte[] bytes, int at, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= at + wanted.length
        && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
