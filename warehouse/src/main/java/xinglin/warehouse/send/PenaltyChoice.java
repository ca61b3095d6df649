package xinglin.warehouse.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.schemas.exchange.profile.ProfileColumn;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.restricted.RestrictedReader;
import xinglin.warehouse.seal.PartyKey;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/**
 * The penalties that go into the next package for one region, out of what is published, in a
 * database of its own. Everything is a set; nothing personal is decrypted but of rows that leave.
 */
public final class PenaltyChoice implements AutoCloseable {
  private static final String TABLE = "penalty_source";
  private static final int MEMORY_MEGABYTES = 512;
  private final Home home;
  private final Lake lake;
  private final SendTerms terms;
  private final Path folder;
  private final DuckDb duckDb;

  private PenaltyChoice(Home home, Lake lake, SendTerms terms, Path folder, DuckDb duckDb) {
    this.home = home;
    this.lake = lake;
    this.terms = terms;
    this.folder = folder;
    this.duckDb = duckDb;
  }

  /**
   * Chooses.
   *
   * @param published the published file
   * @param here what this region was told, as {@link #write} wrote it, package by package
   * @param anywhere what any region was told
   * @param isPeriod whether new records may go, too, and not only changes of former ones
   */
  public static PenaltyChoice of(
      Home home,
      Lake lake,
      SendTerms terms,
      Path published,
      List<Path> here,
      List<Path> anywhere,
      boolean isPeriod) {
    try {
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(home.temporary()),
              "send",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      PenaltyChoice choice =
          new PenaltyChoice(home, lake, terms, folder, DuckDb.open(folder, MEMORY_MEGABYTES, 1));
      choice.prepare(published, here, anywhere, isPeriod);
      return choice;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use scratch space in " + home.temporary(), e);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void prepare(Path published, List<Path> here, List<Path> anywhere, boolean isPeriod)
      throws SQLException {
    execute("set preserve_insertion_order = true");
    execute("attach " + text(published) + " as published (read_only)");
    set("regions", terms.regions().stream().sorted().toArray());
    set("divisions", terms.divisionPrefixes().toArray());
    set("practice_types", terms.practiceTypes().toArray());
    set("compound_surnames", terms.compoundSurnames().toArray());
    set("unlicensed_only", terms.unlicensedOnly());
    set("since", terms.since());
    execute("set variable until = null::date");
    if (terms.until().isPresent()) {
      set("until", terms.until().get());
    }
    set("is_period", isPeriod);
    set("most_rows", terms.profile().mostRows());
    set("identities", terms.identities());
    if (terms.key().isPresent()) {
      PartyKey key = terms.key().get();
      set("shared_inner_pad", key.innerPad());
      set("shared_outer_pad", key.outerPad());
    }
    duckDb.run("exchange/macros.sql");
    duckDb.run("send/macros.sql");
    told("sent_here", here);
    told("sent_anywhere", anywhere);
    duckDb.run("send/own_record.sql");
    duckDb.run("send/choice.sql");
    duckDb.run("send/chosen.sql");
  }

  private void told(String name, List<Path> files) throws SQLException {
    String typed = SqlFile.read("send/told.sql");
    String list =
        files.stream().map(PenaltyChoice::text).collect(Collectors.joining(", ", "[", "]"));
    execute(
        "create or replace view "
            + name
            + " as "
            + typed
            + (files.isEmpty()
                ? ""
                : " union all by name select * from read_parquet("
                    + list
                    + ", union_by_name = true)"));
  }

  /** How many records go. */
  public long records() {
    return number("select count(*) from chosen");
  }

  /** Whether more would go than one package may hold. */
  public boolean isCut() {
    return number("select count(*) from choice where is_chosen") > records();
  }

  /**
   * Writes the records: CSV in the columns of the profile, the same as Parquet, and what is told by
   * them for the book.
   *
   * @param purpose who asks and why, for the log of restricted reads
   */
  public void write(Path data, Path copy, Path told, String purpose) {
    try {
      new RestrictedReader(home, lake).open(duckDb, TABLE, "sealed_row", records(), purpose);
      duckDb.run("send/parcel.sql");
      String columns =
          terms.profile().columns().stream().map(this::cell).collect(Collectors.joining(", "));
      execute(
          "copy (select "
              + columns
              + " from parcel order by position) to "
              + text(copy)
              + " (format parquet, compression zstd)");
      execute(
          "copy (select * from read_parquet("
              + text(copy)
              + ")) to "
              + text(data)
              + " (format csv, header true, delimiter ',', quote '\"', escape '\"', nullstr '')");
      String leftOut =
          terms.profile().columns().stream()
              .map(ProfileColumn::code)
              .filter(terms.leaveOut()::contains)
              .map(code -> ", if(" + code + " is not null, '" + code + "', null)")
              .collect(Collectors.joining());
      execute(
          "copy (select penalty_id, CF_WSH as document_number, sent_version as version, sent_state as state,"
              + " content_digest as digest, withheld, concat_ws(' '"
              + (leftOut.isEmpty() ? ", null" : leftOut)
              + ") as left_out from parcel order by position) to "
              + text(told)
              + " (format parquet, compression zstd)");
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private String cell(ProfileColumn column) {
    String code = column.code();
    if (terms.leaveOut().contains(code)) {
      return "null::varchar as " + code;
    }
    if (code.equals("YRD_AMOUNT_STATE") && terms.leaveOut().contains("CF_NR_FK")) {
      return "'unknown' as " + code;
    }
    String cut =
        column.most().isPresent() ? "left(" + code + ", " + column.most().getAsInt() + ")" : code;
    return "nullif(" + cut + ", '') as " + code;
  }

  /** The first day of a decision among the records that go. */
  public Optional<LocalDate> firstDay() {
    return day("select min(decision_date) from chosen");
  }

  /** The last day of a decision among the records that go. */
  public Optional<LocalDate> lastDay() {
    return day("select max(decision_date) from chosen");
  }

  private Optional<LocalDate> day(String sql) {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return only(
          row,
          row.next()
              ? Optional.ofNullable(row.getObject(1, LocalDate.class))
              : Optional.<LocalDate>empty());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Writes what was held back as CSV for people of this home.
   *
   * @param here what this region was told, the package just made included
   * @return records by reason
   */
  public Map<String, Long> writeHeld(Path file, List<Path> here) {
    try {
      told("sent_here", here);
      duckDb.run("send/held.sql");
      execute(
          "copy (select * from held order by reason, decision_date, penalty_id) to "
              + text(file)
              + " (format csv, header true)");
      Map<String, Long> counts = new LinkedHashMap<>();
      try (Statement statement = duckDb.connection().createStatement();
          ResultSet row = statement.executeQuery(SqlFile.read("send/held_count.sql"))) {
        while (StreamedRows.next(row)) {
          counts.put(row.getString(1), row.getLong(2));
        }
      }
      return counts;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private long number(String sql) {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return only(row, row.next() ? row.getLong(1) : 0L);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A result that is not read to its end keeps its transaction: no function could be added. */
  private static <T> T only(ResultSet result, T value) throws SQLException {
    if (result.next()) {
      throw new IllegalStateException("Cannot take more than one row");
    }
    return value;
  }

  private void set(String name, Object value) throws SQLException {
    try (PreparedStatement statement =
        duckDb.connection().prepareStatement("set variable " + name + " = ?")) {
      statement.setObject(
          1,
          value instanceof Object[] list
              ? duckDb.connection().createArrayOf("VARCHAR", list)
              : value);
      statement.execute();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  private static DeliveryException failed(SQLException e) {
    return new DeliveryException(
        "Cannot choose records for a region: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
  }

  @Override
  public void close() {
    try {
      duckDb.close();
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
