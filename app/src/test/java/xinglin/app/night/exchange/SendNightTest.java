package xinglin.app.night.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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

  /** Joined here, so that no number of this kind stands in the repository. */
  private static final String TELEPHONE = "139" + "0000" + "0000";

  private static final String IDENTITY = "11010519491231002X";

  @Test
  void everyRegionIsToldWhatWasAgreed(@TempDir Path folder) throws Exception {
    SendingHome home = SendingHome.of(folder);
    List<Map<String, String>> rows = rows();
    home.deliver("penalties.csv", "320102", "2024-07-01T09:00:00+08:00", rows);
    home.deliver(
        "foreign.csv",
        "310000",
        "2024-07-01T10:00:00+08:00",
        List.of(with(rows.get(0), "CF_WSH", "沪卫医罚〔2024〕9号", "YRD_DIVISION", "310101")));
    assertEquals(3, home.night("2024-07-05T02:00:00+08:00").count("packages_made"));

    assertEquals(
        List.of(keyed(rows.get(0)), keyed(rows.get(1)), keyed(rows.get(3)), keyed(rows.get(5))),
        data(home, Region.KEYED, 1));
    assertEquals(List.of(none(rows.get(0)), none(rows.get(3))), data(home, Region.NONE, 1));
    List<Map<String, String>> plain = data(home, Region.PLAIN, 1);
    assertEquals(
        List.of(
            plain(rows.get(4)),
            plain(rows.get(0)),
            plain(rows.get(2)),
            plain(rows.get(1)),
            plain(rows.get(3)),
            plain(rows.get(5))),
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
        List.of(IDENTITY, "110105491231002", "贾大夫", "欧阳某乙", "李法人", TELEPHONE, "花园路8号")) {
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
            with(
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
            with(
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

  /** What our bureau reports. */
  private static List<Map<String, String>> rows() {
    Map<String, String> person =
        with(
            Map.of(),
            "CF_XDR_MC",
            "贾大夫",
            "CF_XDR_LB",
            "自然人",
            "CF_XDR_ZJLX",
            "身份证",
            "CF_XDR_ZJHM",
            IDENTITY,
            "CF_WSH",
            "宁卫医罚〔2024〕1号",
            "CF_WFXW",
            "未取得医疗机构执业许可证开展诊疗活动",
            "CF_SY",
            "贾大夫（身份证" + IDENTITY + "，电话" + TELEPHONE + "）在其住处为人诊疗",
            "CF_YJ",
            "《中华人民共和国基本医疗卫生与健康促进法》第九十九条第一款",
            "CF_CFLB",
            "没收违法所得;罚款",
            "CF_NR",
            "没收违法所得人民币12345元，并处罚款人民币50000元",
            "CF_NR_FK",
            "5",
            "CF_NR_WFFF",
            "1.2345",
            "CF_JDRQ",
            "2024-03-01",
            "CF_YXQ",
            "2099-12-31",
            "CF_GSJZQ",
            "2025-03-01",
            "CF_CFJG",
            "南京市玄武区卫生健康委员会",
            "CF_CFJGDM",
            "11320102012947072E",
            "CF_SJLY",
            "南京市玄武区卫生健康委员会",
            "CF_SJLYDM",
            "11320102012947072E",
            "BZ",
            "当事人贾大夫已履行",
            "YRD_STATE",
            "published",
            "YRD_VERSION",
            "1",
            "YRD_DIVISION",
            "320102",
            "YRD_PRACTICE_TYPE",
            "western",
            "YRD_UNLICENSED",
            "1",
            "YRD_TOTAL",
            "6.2345",
            "YRD_AMOUNT_STATE",
            "known",
            "YRD_PRIOR_PENALTIES",
            "1",
            "YRD_REFERRAL_DECIDED_ON",
            "2024-03-02",
            "YRD_REFERRED_ON",
            "2024-03-05",
            "YRD_REFERRED_TO",
            "南京市公安局玄武分局",
            "YRD_RISK_POINT",
            "RP-7",
            "YRD_BIRTH_DATE",
            "1949-12-31",
            "YRD_ADDRESS",
            "玄武区花园路8号");
    Map<String, String> firm =
        without(
            with(
                person,
                "CF_XDR_MC",
                "苏州某某健康管理有限公司",
                "CF_XDR_LB",
                "法人及非法人组织",
                "CF_XDR_SHXYM",
                "91350100M000100Y43",
                "CF_XDR_GSZC",
                "320500000012345",
                "CF_FRDB",
                "李法人",
                "CF_FR_ZJLX",
                "身份证",
                "CF_FR_ZJHM",
                IDENTITY,
                "CF_WSH",
                "宁卫医罚〔2024〕2号",
                "CF_SY",
                "该公司由李法人负责，无证开展口腔诊疗",
                "CF_NR",
                "罚款人民币120000元",
                "CF_CFLB",
                "罚款",
                "CF_NR_FK",
                "12",
                "CF_JDRQ",
                "2024-04-02",
                "YRD_DIVISION",
                "320505",
                "YRD_PRACTICE_TYPE",
                "dental",
                "YRD_TOTAL",
                "12"),
            "CF_NR_WFFF",
            "CF_XDR_ZJLX",
            "CF_XDR_ZJHM",
            "BZ",
            "YRD_RISK_POINT",
            "YRD_BIRTH_DATE",
            "YRD_ADDRESS",
            "YRD_PRIOR_PENALTIES",
            "YRD_REFERRAL_DECIDED_ON",
            "YRD_REFERRED_ON",
            "YRD_REFERRED_TO");
    Map<String, String> licensed =
        without(
            with(
                firm,
                "CF_WSH",
                "宁卫医罚〔2024〕3号",
                "CF_WFXW",
                "超出登记范围开展诊疗活动",
                "CF_JDRQ",
                "2024-03-20",
                "YRD_DIVISION",
                "320102",
                "YRD_UNLICENSED",
                "0"),
            "YRD_PRACTICE_TYPE");
    Map<String, String> compound =
        without(
            with(
                person,
                "CF_XDR_MC",
                "欧阳某乙",
                "CF_XDR_ZJHM",
                "110105491231002",
                "CF_WSH",
                "宁卫医罚〔2024〕4号",
                "CF_SY",
                "欧阳某乙无证行医",
                "CF_NR",
                "罚款人民币3500元",
                "CF_CFLB",
                "罚款",
                "CF_NR_FK",
                "0.35",
                "CF_JDRQ",
                "2024-05-06",
                "YRD_DIVISION",
                "320104",
                "YRD_PRACTICE_TYPE",
                "chinese",
                "YRD_TOTAL",
                "0.35"),
            "CF_NR_WFFF",
            "BZ",
            "YRD_RISK_POINT",
            "YRD_PRIOR_PENALTIES",
            "YRD_REFERRAL_DECIDED_ON",
            "YRD_REFERRED_ON",
            "YRD_REFERRED_TO");
    Map<String, String> early =
        with(compound, "CF_WSH", "宁卫医罚〔2023〕5号", "CF_JDRQ", "2023-06-06", "YRD_DIVISION", "320505");
    Map<String, String> warned =
        without(
            with(
                firm,
                "CF_WSH",
                "宁卫医罚〔2024〕6号",
                "CF_JDRQ",
                "2024-06-03",
                "CF_CFLB",
                "警告",
                "CF_NR",
                "警告",
                "YRD_AMOUNT_STATE",
                "none"),
            "CF_NR_FK",
            "YRD_TOTAL");
    return List.of(person, firm, licensed, compound, early, warned);
  }

  private static Map<String, String> plain(Map<String, String> row) {
    return new TreeMap<>(row);
  }

  /** Masked as the specification says. */
  private static Map<String, String> none(Map<String, String> row) {
    Map<String, String> masked = new TreeMap<>(row);
    masked
        .keySet()
        .removeAll(
            List.of(
                "CF_FRDB",
                "CF_FR_ZJLX",
                "CF_FR_ZJHM",
                "CF_XDR_ZJLX",
                "CF_XDR_ZJHM",
                "YRD_BIRTH_DATE",
                "YRD_ADDRESS"));
    masked.remove("YRD_RISK_POINT");
    masked.replaceAll(
        (code, text) ->
            text.replace("贾大夫", "贾**")
                .replace("欧阳某乙", "欧阳**")
                .replace("李法人", "李**")
                .replace(IDENTITY, "******")
                .replace(TELEPHONE, "******"));
    return masked;
  }

  private static Map<String, String> keyed(Map<String, String> row) {
    Map<String, String> keyed = none(row);
    if (row.containsKey("YRD_RISK_POINT")) {
      keyed.put("YRD_RISK_POINT", "RP-7");
    }
    keyed.put(
        "YRD_PARTY_KEY",
        row.containsKey("CF_XDR_SHXYM")
            ? Hmac.hex("uscc:91350100M000100Y43")
            : "81b5dda1236499027abbbd5700f392ad4c99cb98ba602a384a80b6ee5f1bd06d");
    return keyed;
  }

  private static Map<String, String> with(Map<String, String> row, String... cells) {
    Map<String, String> changed = new TreeMap<>(row);
    for (int i = 0; i < cells.length; i += 2) {
      changed.put(cells[i], cells[i + 1]);
    }
    return changed;
  }

  private static Map<String, String> without(Map<String, String> row, String... codes) {
    Map<String, String> changed = new TreeMap<>(row);
    changed.keySet().removeAll(List.of(codes));
    return changed;
  }

  /** By the specification alone. */
  private static final class Hmac {
    static String hex(String text) {
      byte[] key = new byte[32];
      for (int i = 0; i < key.length; i++) {
        key[i] = (byte) i;
      }
      try {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
        return java.util.HexFormat.of()
            .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
