package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.QueryException;

/** The file as such, and how readers are switched to it. */
class PublishedFileTest {
  @TempDir Path home;
  private final Publisher publisher = PublishedFixture.publisher(Optional.empty());

  @Test
  void anEmptyLakeGivesAllTablesWithCommentsAndNothingOutside() throws Exception {
    Path file = publish("r1", "2024-09-01").file();
    assertEquals(
        List.of(),
        PublishedFixture.rows(
            file, "select schema_name, table_name from duckdb_tables() where comment is null"));
    assertEquals(
        List.of(),
        PublishedFixture.rows(
            file,
            "select table_name, column_name from duckdb_columns() where comment is null and not"
                + " internal"));
    assertEquals(
        List.of(),
        PublishedFixture.rows(file, "select view_name from duckdb_views() where not internal"));
    assertEquals(
        List.of("submission_id|填报编号：到件编号-文件内表格序号", "known_to|至何时被取代；仍为当前数据则为空；与起始相同则从未生效"),
        PublishedFixture.rows(
            file,
            "select column_name, comment from duckdb_columns() where schema_name = 'history' and"
                + " table_name = 'lead' and column_name in ('submission_id', 'known_to') order by"
                + " column_index"));
    assertEquals(
        List.of("DECIMAL(20,4)|DATE|TIMESTAMP WITH TIME ZONE"),
        PublishedFixture.rows(
            file,
            "select (select data_type from duckdb_columns() where schema_name='main' and"
                + " table_name='observation' and column_name='value'), (select data_type from"
                + " duckdb_columns() where schema_name='main' and table_name='lead' and"
                + " column_name='received_on'), (select data_type from duckdb_columns() where"
                + " schema_name='main' and table_name='submission' and"
                + " column_name='received_at')"));
    assertEquals(
        List.of(),
        PublishedFixture.rows(
            file,
            // The sender of a package is a region, nobody's address.
            "select column_name from duckdb_columns() where column_name in ('address', 'persons',"
                + " 'phone', 'party', 'summary', 'sender', 'subject', 'file_name', 'contact',"
                + " 'unit_name') and (table_name, column_name) <> ('package', 'sender')"));
    assertEquals("r--r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  /** A later program asks it as it was asked on its day, and one from before as well as can be. */
  @Test
  void itIsAskedByItsOwnStatements() throws Exception {
    Path copy = home.resolve("copy.duckdb");
    Files.copy(publish("r1", "2024-09-01").file(), copy);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
    change(
        copy,
        "update file_statement set text = 'select ''as it was'' as indicator_id' where path ="
            + " 'trace/indicators.sql'");
    assertEquals(List.of("as it was"), indicators(copy));
    change(copy, "drop table file_statement; alter table indicator_definition drop title_en");
    assertTrue(indicators(copy).contains("inspections"));
    change(copy, "drop macro table cell_may_count; drop macro table column_decides");
    List<Optional<String>> cell = Stream.of("a-0", "表1", "B3").map(Optional::of).toList();
    try (PublishedQuery query = PublishedQuery.open(copy, Optional.empty())) {
      assertEquals(List.of(), query.rows("trace/may.sql", cell));
    }
    change(copy, "drop table indicator_definition");
    assertEquals(List.of(), indicators(copy));
    change(copy, "drop macro table indicator_source; drop macro table indicator_evidence");
    change(copy, "drop macro table indicators.inspections");
    try (PublishedQuery query = PublishedQuery.open(copy, Optional.empty())) {
      List<Optional<String>> asked =
          Stream.of("inspections", "2024-01-01", "2026-12-31", "320300").map(Optional::of).toList();
      QueryException refused =
          assertThrows(QueryException.class, () -> query.rows("trace/rows.sql", asked));
      assertEquals(QueryException.Reason.OTHER_VERSION, refused.reason());
      assertTrue(refused.getMessage().contains("indicator_source"), refused.getMessage());
    }
  }

  private static List<String> indicators(Path file) {
    try (PublishedQuery query = PublishedQuery.open(file, Optional.empty())) {
      return query.rows("trace/indicators.sql", List.of()).stream()
          .map(row -> row.text("indicator_id"))
          .toList();
    }
  }

  private static void change(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void nothingNewIsSkippedAndTheDayIsNews() throws Exception {
    Publication first = publish("r1", "2024-09-01");
    PublishRequest same =
        new PublishRequest(
            "r2",
            java.time.LocalDate.parse("2024-09-01"),
            Map.of(),
            "snapshots of r1",
            "definitions",
            List.of(),
            3);
    Publication second = publisher.publish(home, same);
    assertTrue(first.isNew());
    assertFalse(second.isNew());
    assertEquals("r1", second.run());
    assertEquals(first.rows(), second.rows());
    Publication sameRunNextDay = publish("r1", "2024-09-02");
    assertTrue(sameRunNextDay.isNew());
    assertEquals("r1-2", Files.readSymbolicLink(home.resolve("current")).toString());
  }

  @Test
  void theLastRunsStayAndAKilledOneIsMadeAgain() throws Exception {
    for (int i = 1; i <= 4; i++) {
      publish("r" + i, "2024-09-0" + i);
    }
    Files.createDirectories(home.resolve(".r5.part/report"));
    Files.writeString(home.resolve(".r5.part/xinglin.duckdb"), "half written");
    publish("r5", "2024-09-05");
    try (Stream<Path> names = Files.list(home)) {
      assertEquals(
          List.of("current", "r3", "r4", "r5"),
          names.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void dimensionsAreWrittenAsDeclared() throws Exception {
    Dimension divisions =
        new Dimension(
            "division",
            List.of(
                Map.of(
                    "division_code",
                    "310118",
                    "name",
                    "青浦区",
                    "level",
                    "county",
                    "parent_code",
                    "310000",
                    "is_pseudo",
                    "false"),
                Map.of(
                    "division_code",
                    "310000",
                    "name",
                    "上海市",
                    "level",
                    "province",
                    "is_pseudo",
                    "false",
                    "valid_from",
                    "1949-10-01")));
    Path file =
        publisher
            .publish(
                home,
                new PublishRequest(
                    "r1",
                    java.time.LocalDate.parse("2024-09-01"),
                    Map.of(),
                    "i",
                    "d",
                    List.of(divisions),
                    1))
            .file();
    assertEquals(
        List.of(
            "310000|上海市|province|null|false|1949-10-01|null",
            "310118|青浦区|county|310000|false|null|null"),
        PublishedFixture.rows(
            file,
            "select division_code, name, level, parent_code, is_pseudo, valid_from, valid_to from"
                + " division"));
  }

  @Test
  void filesFromBeforeAColumnWasAddedStillCount() throws Exception {
    Path old = home.resolve("old.parquet");
    try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "copy (select 'd1' as delivery_id, 'sftp' as channel) to '" + old + "' (format parquet)");
    }
    Path file =
        publisher
            .publish(
                home,
                PublishedFixture.request("r1", "2024-09-01", Map.of("delivery", List.of(old))))
            .file();
    assertEquals(
        List.of("d1|sftp|null"),
        PublishedFixture.rows(file, "select delivery_id, channel, bytes from delivery"));
  }

  private Publication publish(String run, String date) {
    return publisher.publish(home, PublishedFixture.request(run, date, Map.of()));
  }
}
