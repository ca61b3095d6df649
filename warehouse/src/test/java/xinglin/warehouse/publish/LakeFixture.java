package xinglin.warehouse.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.table.Tables;

/** Parquet files as the lake holds them, made from a few columns of each row. */
public final class LakeFixture {
  private final Tables tables;
  private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
  private int deliveries;

  public LakeFixture(Tables tables) {
    this.tables = tables;
  }

  /** One row, columns and texts in turn. */
  public LakeFixture row(String table, String... cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    rows.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
    return this;
  }

  /** A submission with its delivery; {@code more} overrides. */
  public LakeFixture submission(
      String id,
      String form,
      String reporter,
      String period,
      String verdict,
      String receivedAt,
      String... more) {
    String[] days = period.split("\\.\\.");
    row(
        "delivery",
        "delivery_id",
        id + "d",
        "outcome",
        "loaded",
        "partner_id",
        "local",
        "received_at",
        receivedAt,
        "loaded_at",
        "2026-01-01 00:00:00+08");
    Map<String, String> row = new HashMap<>();
    row.put("submission_id", id);
    row.put("delivery_id", id + "d");
    row.put("ordinal", "0");
    row.put("form_id", form);
    row.put("campaign_id", "campaign");
    row.put("reporter_code", reporter);
    row.put("period_start", days[0]);
    row.put("period_end", days[1]);
    row.put("accumulation", "period");
    row.put("verdict", verdict);
    row.put("received_at", receivedAt);
    row.put("loaded_at", "2026-01-01 00:00:0" + (deliveries++ % 10) + "+08");
    row.put("run_id", "run-1");
    row.put("partner_id", "local");
    for (int i = 0; i < more.length; i += 2) {
      row.put(more[i], more[i + 1]);
    }
    row.values().removeIf(String::isEmpty);
    rows.computeIfAbsent("submission", name -> new ArrayList<>()).add(row);
    return this;
  }

  /** A reported figure of a county. */
  public LakeFixture figure(
      String submission,
      int ordinal,
      String measure,
      String division,
      String period,
      String value,
      String... more) {
    String[] days = period.split("\\.\\.");
    String[] cells = {
      "submission_id",
      submission,
      "ordinal",
      String.valueOf(ordinal),
      "measure_id",
      measure,
      "category",
      "all",
      "division_code",
      division,
      "period_start",
      days[0],
      "period_end",
      days[1],
      "value",
      value,
      "unit",
      "户次",
      "unit_as_sent",
      "户次",
      "state",
      "reported",
      "verbatim",
      value,
      "sheet",
      "Sheet1",
      "cell",
      "B" + (ordinal + 2)
    };
    row("observation", cells);
    Map<String, String> row = rows.get("observation").get(rows.get("observation").size() - 1);
    for (int i = 0; i < more.length; i += 2) {
      row.put(more[i], more[i + 1]);
    }
    row.values().removeIf(String::isEmpty);
    return this;
  }

  /** Rows of a CSV resource, with columns added to each. */
  public LakeFixture csv(String table, String resource, String... more) throws IOException {
    try (var in = LakeFixture.class.getResourceAsStream(resource)) {
      String[] lines =
          new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\n");
      String[] header = lines[0].split(",");
      for (int i = 1; i < lines.length; i++) {
        Map<String, String> row = new HashMap<>();
        String[] cells = lines[i].split(",", -1);
        for (int j = 0; j < header.length; j++) {
          if (!cells[j].isEmpty()) {
            row.put(header[j], cells[j]);
          }
        }
        row.put("ordinal", String.valueOf(i - 1));
        for (int j = 0; j < more.length; j += 2) {
          row.put(more[j], more[j + 1]);
        }
        rows.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
      }
    }
    return this;
  }

  /**
   * Writes the files, one for each table.
   *
   * @param backwards last row first, as another order of loading would have it
   */
  public Map<String, List<Path>> write(Path folder, boolean backwards)
      throws IOException, SQLException {
    Files.createDirectories(folder);
    Map<String, List<Path>> files = new HashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String name : rows.keySet()) {
        TableDefinition table = tables.get(name);
        List<Column> columns = table.stored();
        statement.execute(
            "create table "
                + name
                + "("
                + columns.stream()
                    .map(column -> column.name() + " " + column.type().duckDb())
                    .collect(Collectors.joining(", "))
                + ")");
        String insert =
            "insert into "
                + name
                + " values ("
                + columns.stream()
                    .map(column -> "cast(? as " + column.type().duckDb() + ")")
                    .collect(Collectors.joining(", "))
                + ")";
        List<Map<String, String>> ordered = new ArrayList<>(rows.get(name));
        if (backwards) {
          java.util.Collections.reverse(ordered);
        }
        try (PreparedStatement prepared = connection.prepareStatement(insert)) {
          for (Map<String, String> row : ordered) {
            for (String key : row.keySet()) {
              if (columns.stream().noneMatch(column -> column.name().equals(key))) {
                throw new IllegalArgumentException("no column " + name + "." + key);
              }
            }
            for (int i = 0; i < columns.size(); i++) {
              prepared.setString(i + 1, row.get(columns.get(i).name()));
            }
            prepared.execute();
          }
        }
        Path file = folder.resolve(name + ".parquet");
        statement.execute("copy " + name + " to '" + file + "' (format parquet)");
        files.put(name, List.of(file));
      }
    }
    return files;
  }
}
