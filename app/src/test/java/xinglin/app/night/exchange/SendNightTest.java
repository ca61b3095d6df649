package xinglin.app.night.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Published;
import xinglin.app.night.exchange.SendingHome.Region;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.exchange.RefusedException;

/**
 * Penalties of our own bureaus leave for three regions, each by its own agreement; what changes
 * reaches everybody who was told; what may not leave does not.
 */
final class SendNightTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyRegionIsToldWhatWasAgreed(@TempDir Path folder) throws Exception {
    SendingHome home = SendingHome.of(folder);
    List<Map<String, String>> rows = SentRecords.rows();
    home.deliver("penalties.csv", "320102", "2024-07-01T09:00:00+08:00", rows);
    home.deliver(
        "foreign.csv",
        "310000",
        "2024-07-01T10:00:00+08:00",
        List.of(SentRecords.with(rows.get(0), "CF_WSH", "沪卫医罚〔2024〕9号", "YRD_DIVISION", "310101")));
    assertEquals(3, home.night("2024-07-05T02:00:00+08:00").count("packages_made"));

    assertEquals(
        List.of(
            SentRecords.keyed(rows.get(0)),
            SentRecords.keyed(rows.get(1)),
            SentRecords.keyed(rows.get(3)),
            SentRecords.keyed(rows.get(5))),
        data(home, Region.KEYED, 1));
    assertEquals(
        List.of(SentRecords.none(rows.get(0)), SentRecords.none(rows.get(3))),
        data(home, Region.NONE, 1));
    List<Map<String, String>> plain = data(home, Region.PLAIN, 1);
    assertEquals(
        List.of(
            SentRecords.plain(rows.get(4)),
            SentRecords.plain(rows.get(0)),
            SentRecords.plain(rows.get(2)),
            SentRecords.plain(rows.get(1)),
            SentRecords.plain(rows.get(3)),
            SentRecords.plain(rows.get(5))),
        plain);
    manifests(home);
    heldBack(home);
    noPersonWhereNotAgreed(home);

    changes(home, rows);
    nothingNew(home);
    rebuildForgetsNothing(home);
  }

  private static void manifests(SendingHome home) throws Exception {
    JsonNode manifest = manifest(home, Region.KEYED, 1);
    assertEquals(
        "{\"from\":\"2024-01-01\",\"to\":\"2024-07-04\"}", manifest.get("period").toString());
    assertEquals(
        "{\"form\":\"keyed\",\"key\":\"sh-js-2024\"}", manifest.get("identities").toString());
    assertEquals(
        "{\"published\":4,\"amended\":0,\"withdrawn\":0}", manifest.get("states").toString());
    assertEquals(
        "{\"CF_NR_FK\":\"17.350000\",\"CF_NR_WFFF\":\"1.234500\"}",
        manifest.get("amounts").toString());
    assertTrue(manifest.get("previous").isNull());
    assertEquals(
        List.of("manifest.json", "penalty.csv", "penalty.parquet"),
        List.copyOf(home.open(Region.KEYED, 1).keySet()));
  }

  private static void heldBack(SendingHome home) throws Exception {
    JsonNode held = status(home).get("exchange").get("held_back");
    Map<String, String> counts = new TreeMap<>();
    held.forEach(one -> counts.put(one.get("partner").asText(), one.get("records").toString()));
    assertEquals(
        Map.of(
            "310000", "{\"before_since\":1,\"identity_not_agreed\":4,\"licensed\":1}",
            "330000",
                "{\"column_left_out\":1,\"division\":3,\"identity_not_agreed\":2,\"licensed\":1}"),
        counts);
    String log =
        Files.readString(home.home().resolve("sent/330000/yrd-pen-1/held.csv"))
            .replaceAll("(?m)^[0-9a-f]{16},", "");
    assertEquals(
        """
        penalty_id,document_number,decision_date,division_code,reason,columns
        宁卫医罚〔2024〕1号,2024-03-01,320102,column_left_out,YRD_RISK_POINT
        """,
        String.join("\n", log.lines().limit(2).toList()) + "\n");
    assertTrue(
        log.contains("宁卫医罚〔2024〕1号,2024-03-01,320102,identity_not_agreed,CF_XDR_MC CF_XDR_ZJHM"),
        log);
  }

  /** Neither a number nor a full name is in what those get who may not have it, nor on show. */
  private static void noPersonWhereNotAgreed(SendingHome home) throws Exception {
    StringBuilder all = new StringBuilder();
    for (Region region : List.of(Region.KEYED, Region.NONE)) {
      all.append(home.open(region, 1));
    }
    Published.rows(home.home()).values().forEach(all::append);
    try (Stream<Path> files = Files.walk(home.home().resolve("sent"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        all.append(Files.readString(file));
      }
    }
    for (String word :
        List.of(
            SentRecords.IDENTITY,
            "110105491231002",
            "贾大夫",
            "欧阳某乙",
            "李法人",
            SentRecords.TELEPHONE,
            "花园路8号")) {
      assertFalse(all.toString().contains(word), word);
    }
  }

  /**
   * An amendment moves a record out of what is agreed with one of them: it is told all the same.
   */
  private static void changes(SendingHome home, List<Map<String, String>> rows) throws Exception {
    home.deliver(
        "changes.csv",
        "320102",
        "2024-07-19T09:00:00+08:00",
        List.of(
            SentRecords.with(
                rows.get(0),
                "CF_NR_FK",
                "1.5",
                "CF_NR",
                "罚款人民币15000元",
                "YRD_STATE",
                "amended",
                "YRD_VERSION",
                "2",
                "YRD_CHANGED_ON",
                "2024-07-18",
                "YRD_CHANGE_REASON",
                "reconsideration",
                "YRD_DIVISION",
                "320505"),
            SentRecords.with(
                rows.get(3),
                "YRD_STATE",
                "withdrawn",
                "YRD_VERSION",
                "2",
                "YRD_CHANGED_ON",
                "2024-07-17",
                "YRD_CHANGE_REASON",
                "court")));
    assertEquals(3, home.night("2024-07-20T02:00:00+08:00").count("packages_made"));
    for (Region region : Region.values()) {
      List<String> told = new ArrayList<>();
      for (Map<String, String> row : data(home, region, 2)) {
        told.add(
            String.join(
                " ",
                row.get("CF_WSH"),
                row.get("YRD_STATE"),
                row.get("YRD_VERSION"),
                row.get("YRD_CHANGED_ON"),
                row.get("YRD_CHANGE_REASON"),
                row.get("CF_NR_FK"),
                row.get("YRD_DIVISION")));
      }
      assertEquals(
          List.of(
              "宁卫医罚〔2024〕1号 amended 2 2024-07-18 reconsideration 1.5 320505",
              "宁卫医罚〔2024〕4号 withdrawn 2 2024-07-17 court 0.35 320104"),
          told,
          region.id());
      assertEquals(
          "{\"from\":\"2024-03-01\",\"to\":\"2024-05-06\"}",
          manifest(home, region, 2).get("period").toString());
    }
  }

  /**
   * What was sent once is on show from the next night on; a month that was missed is made up once.
   */
  private static void nothingNew(SendingHome home) throws Exception {
    assertEquals(
        List.of("310000,1,sent", "330000,1,sent", "340000,1,sent"),
        Published.query(
            home.home(),
            "select partner_id, sequence, state from package where direction = 'out' order by partner_id"));
    assertEquals(3, home.night("2024-09-06T02:00:00+08:00").count("packages_made"));
    for (Region region : Region.values()) {
      assertEquals(List.of(), data(home, region, 3), region.id());
    }
    JsonNode manifest = manifest(home, Region.NONE, 3);
    assertEquals(
        "{\"from\":\"2024-07-05\",\"to\":\"2024-09-04\"}", manifest.get("period").toString());
    assertEquals(
        Published.query(
            home.home(),
            "select digest from package where direction = 'out' and partner_id = '330000' and sequence = 2"),
        List.of(manifest.get("previous").asText()));
  }

  private static void rebuildForgetsNothing(SendingHome home) throws Exception {
    Map<String, Path> before = home.arrived(Region.PLAIN);
    new Night(home.place("2024-09-08T02:00:00+08:00"), Progress.SILENT).rebuild();
    assertEquals(0, home.night("2024-09-09T02:00:00+08:00").count("packages_made"));
    assertEquals(before, home.arrived(Region.PLAIN));
  }

  private static List<Map<String, String>> data(SendingHome home, Region region, int sequence)
      throws IOException, RefusedException {
    return SendingHome.rows(home.open(region, sequence).get("penalty.csv"));
  }

  private static JsonNode manifest(SendingHome home, Region region, int sequence)
      throws IOException, RefusedException {
    return JSON.readTree(home.open(region, sequence).get("manifest.json"));
  }

  private static JsonNode status(SendingHome home) throws IOException {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    CommandLines.run(
        new String[] {"status", "--json", "--home", home.home().toString()}, writer, writer);
    writer.flush();
    return JSON.readTree(out.toString());
  }
}
