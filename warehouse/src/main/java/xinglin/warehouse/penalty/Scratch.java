package xinglin.warehouse.penalty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;

/**
 * A database for the rows of one sheet. Of a small sheet its relations are tables in memory, of a
 * large one compressed files in a folder that goes with it, so that memory does not grow with the
 * rows.
 */
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final DuckDb duckDb;
  private final boolean large;

  private Scratch(Path folder, DuckDb duckDb, boolean large) {
    this.folder = folder;
    this.duckDb = duckDb;
    this.large = large;
  }

  static Scratch open(Path temporary, int memoryMegabytes, int threads, boolean large)
      throws SQLException, IOException {
    Path folder =
        Files.createTempDirectory(
            temporary,
            "penalties",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Scratch scratch = new Scratch(folder, DuckDb.open(folder, memoryMegabytes, threads), large);
    scratch.execute("set preserve_insertion_order = true");
    if (!large) {
      // Of few rows most time goes into planning, half of it into whether a subquery is better
      // computed once.
      scratch.execute("set disabled_optimizers = 'cte_inlining'");
    }
    return scratch;
  }

  DuckDb duckDb() {
    return duckDb;
  }

  /** Runs the statements of a file of {@code sql/exchange}. */
  void run(String name) throws SQLException {
    duckDb.run("exchange/" + name + ".sql");
  }

  /** Makes the relation that a file of {@code sql/exchange} selects, under the file's name. */
  void make(String name) throws SQLException {
    make(name, SqlFile.read("exchange/" + name + ".sql"));
  }

  void make(String name, String select) throws SQLException {
    if (!large) {
      execute("create or replace table " + name + " as " + select);
      return;
    }
    String file = "'" + folder.resolve(name + ".parquet").toString().replace("'", "''") + "'";
    execute("copy (" + select + "\n) to " + file + " (format parquet, compression lz4)");
    execute("create or replace view " + name + " as select * from read_parquet(" + file + ")");
  }

  /** A table that was filled row by row becomes what {@link #make} makes. */
  void settle(String name) throws SQLException {
    if (large) {
      execute("alter table " + name + " rename to filled");
      make(name, "select * from filled");
      execute("drop table filled");
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    duckDb.close();
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
