package xinglin.app.night.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records as a bureau reports them, and as the specification says that each region is told them.
 */
final class SentRecords {
  /** Joined here, so that no number of this kind stands in the repository. */
  static final String TELEPHONE = "139" + "0000" + "0000";

  static final String IDENTITY = "11010519491231002X";

  private SentRecords() {}

  /** What our bureau reports. */
  static List<Map<String, String>> rows() {
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

  static Map<String, String> plain(Map<String, String> row) {
    return new TreeMap<>(row);
  }

  /** Masked as the specification says. */
  static Map<String, String> none(Map<String, String> row) {
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

  static Map<String, String> keyed(Map<String, String> row) {
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

  static Map<String, String> with(Map<String, String> row, String... cells) {
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
