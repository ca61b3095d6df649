package xinglin.warehouse.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.Fixture;
import xinglin.warehouse.restricted.RestrictedReader;

class LakeTest {
  @TempDir Path folder;

  private static Map<String, Object> observation(int ordinal, String measure, String value) {
    Map<String, Object> row = new HashMap<>();
    row.put("submission_id", "0123456789abcdef-0");
    row.put("ordinal", ordinal);
    row.put("measure_id", measure);
    row.put("category", "western");
    row.put("division_code", "320302");
    row.put("period_start", LocalDate.of(2024, 4, 1));
    row.put("value", new BigDecimal(value));
    row.put("unit", "元");
    row.put("state", "reported");
    row.put("verbatim", "２．０５万");
    return row;
  }

  private static Map<String, Object> patrol(int ordinal) {
    return Map.of(
        "submission_id",
        "0123456789abcdef-0",
        "ordinal",
        ordinal,
        "site_key",
        "s" + ordinal,
        "unit_name",
        "某某诊所壹号",
        "phone",
        "0577-00000000",
        "needs_joint_action",
        true);
  }

  @Test
  void whatIsWrittenIsReadByDuckDbSortedAndTyped() throws SQLException {
    try (Fixture fixture = Fixture.open(folder.resolve("home"))) {
      try (PartitionWriter writer = fixture.lake().writer("run1", "p0")) {
        writer.write("observation", observation(0, "shutdowns", "5"));
        writer.write("observation", observation(1, "fine_amount", "20548.8"));
        writer.write("observation", observation(2, "cases_filed", "0"));
        writer.finish();
      }
      assertEquals(List.of(), fixture.lake().files("observation"));
      assertEquals(Map.of("main.observation", 3L), fixture.lake().commit("run1"));
      assertEquals(
          List.of(
              "cases_filed|0.0000|2024-04-01|２．０５万",
              "fine_amount|20548.8000|2024-04-01|２．０５万",
              "shutdowns|5.0000|2024-04-01|２．０５万"),
          rows(
              fixture.lake().files("observation"),
              "measure_id || '|' || value || '|' || period_start || '|' || verbatim"));
    }
  }

  @Test
  void filesHaveTheDeclaredFieldIdsAndAreCompressedWithZstd() throws IOException {
    try (Fixture fixture = Fixture.open(folder.resolve("home"))) {
      try (PartitionWriter writer = fixture.lake().writer("run1", "p0")) {
        writer.write("lead", Map.of("submission_id", "x-0", "ordinal", 0, "summary", "某人"));
        writer.finish();
      }
      fixture.lake().commit("run1");
      Path file = fixture.lake().files("lead").get(0);
      try (ParquetFileReader reader =
          ParquetFileReader.open(
              new LocalInputFile(file),
              ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (Type field : reader.getFileMetaData().getSchema().getFields()) {
          ids.put(field.getName(), field.getId().intValue());
        }
        Map<String, Integer> declared = new LinkedHashMap<>();
        fixture
            .lake()
            .tables()
            .get("lead")
            .stored()
            .forEach(column -> declared.put(column.name(), column.id()));
        assertEquals(declared, ids);
        assertFalse(ids.containsKey("summary"));
        reader
            .getFooter()
            .getBlocks()
            .forEach(
                block ->
                    block
                        .getColumns()
                        .forEach(
                            column -> assertEquals(CompressionCodecName.ZSTD, column.getCodec())));
      }
    }
  }

  @Test
  void personalColumnsAreNowhereInTheClearAndComeBackThroughTheReader() throws IOException {
    try (Fixture fixture = Fixture.open(folder.resolve("home"))) {
      try (PartitionWriter writer = fixture.lake().writer("run1", "p0")) {
        writer.write("patrol", patrol(0));
        writer.write("patrol", patrol(1));
        writer.finish();
      }
      fixture.lake().commit("run1");
      try (Stream<Path> files = Files.walk(fixture.home().warehouse())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String bytes =
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
          assertFalse(bytes.contains("某某诊所"), file.toString());
          assertFalse(bytes.contains("0577"), file.toString());
        }
      }
      assertEquals(
          Map.of("unit_name", "某某诊所壹号", "phone", "0577-00000000"),
          new RestrictedReader(fixture.home(), fixture.lake())
              .find("patrol", "0123456789abcdef-0", 1, "test")
              .orElseThrow());
    }
  }

  @Test
  void commitTwiceIsCommitOnceAlsoAfterAKillInBetween() throws SQLException {
    Path home = folder.resolve("home");
    try (Fixture fixture = Fixture.open(home)) {
      try (PartitionWriter writer = fixture.lake().writer("run1", "p0")) {
        writer.write("observation", observation(0, "shutdowns", "5"));
        writer.write("submission", Map.of("submission_id", "0123456789abcdef-0", "ordinal", 0));
        writer.finish();
      }
      assertEquals(
          Map.of("main.observation", 1L, "main.submission", 1L), fixture.lake().commit("run1"));
    }
    try (Fixture fixture = Fixture.open(home)) {
      assertEquals(List.of("run1"), fixture.lake().begun());
      Map<String, Long> before = fixture.lake().snapshotIds();
      assertEquals(
          Map.of("main.observation", 1L, "main.submission", 1L), fixture.lake().commit("run1"));
      assertEquals(before, fixture.lake().snapshotIds());
      assertEquals(1, rows(fixture.lake().files("observation"), "measure_id").size());
      fixture.lake().forget("run1");
      assertEquals(List.of(), fixture.lake().begun());
    }
  }

  @Test
  void anUnfinishedPartitionDoesNotCountAndIsWrittenAgain() throws SQLException {
    Path home = folder.resolve("home");
    try (Fixture fixture = Fixture.open(home)) {
      // A kill leaves files behind and no list: neither finish() nor close() was called.
      PartitionWriter killed = fixture.lake().writer("run1", "p0");
      IntStream.range(0, 45_000)
          .forEach(i -> killed.write("observation", observation(i, "shutdowns", "5")));
    }
    try (Fixture fixture = Fixture.open(home)) {
      assertFalse(fixture.lake().isFinished("run1", "p0"));
      assertEquals(Map.of(), fixture.lake().commit("run1"));
      try (PartitionWriter writer = fixture.lake().writer("run1", "p0")) {
        writer.write("observation", observation(0, "cases_filed", "1"));
        writer.finish();
      }
      assertTrue(fixture.lake().isFinished("run1", "p0"));
      fixture.lake().commit("run1");
      assertEquals(List.of("cases_filed"), rows(fixture.lake().files("observation"), "measure_id"));
    }
  }

  @Test
  void aLargePartitionBecomesSeveralSortedFiles() throws SQLException {
    try (Fixture fixture = Fixture.open(folder.resolve("home"))) {
      try (PartitionWriter writer = fixture.lake().writer("run1", "p0")) {
        for (int i = 0; i < 100_000; i++) {
          writer.write("observation", observation(i, i % 2 == 0 ? "b" : "a", "1"));
        }
        writer.finish();
      }
      fixture.lake().commit("run1");
      List<Path> files = fixture.lake().files("observation");
      assertEquals(3, files.size());
      for (Path file : files) {
        List<String> inFile = rows(List.of(file), "measure_id");
        assertEquals(inFile.stream().sorted().toList(), inFile);
      }
    }
  }

  @Test
  void wrongColumnsAndTypesAreRefused() {
    try (Fixture fixture = Fixture.open(folder.resolve("home"));
        PartitionWriter writer = fixture.lake().writer("run1", "p0")) {
      assertEquals(
          "Cannot write column revision of table submission",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> writer.write("submission", Map.of("revision", 1)))
              .getMessage());
      assertEquals(
          "Cannot write String into column ordinal of type int",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> writer.write("submission", Map.of("ordinal", "1")))
              .getMessage());
    }
  }

  @Test
  void startingOverForgetsTablesAndReopensDeliveries() throws SQLException {
    try (Fixture fixture = Fixture.open(folder.resolve("home"))) {
      for (String run : List.of("run1", "run2")) {
        try (PartitionWriter writer = fixture.lake().writer(run, "p0")) {
          writer.write("delivery", Map.of("delivery_id", run, "received_at", Instant.EPOCH));
          writer.finish();
        }
        fixture.lake().commit(run);
      }
      assertEquals(2, rows(fixture.lake().files("delivery"), "delivery_id").size());
      fixture.lake().startOver();
      assertEquals(Map.of(), fixture.lake().snapshotIds());
      assertEquals(List.of(), fixture.lake().files("delivery"));
    }
  }

  private static List<String> rows(List<Path> files, String expression) throws SQLException {
    String list =
        files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select " + expression + " from read_parquet(" + list + ")")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
