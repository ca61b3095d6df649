package xinglin.app.night.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Penalty records in the national layout about people who do not exist. */
public final class PenaltyCsv {
  private static final String HEADER =
      "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,CF_XDR_SHZZ,"
          + "CF_FRDB,CF_FR_ZJLX,CF_FR_ZJHM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,"
          + "CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,"
          + "CF_SJLYDM,BZ\n";
  public static final String SHANGHAI =
      "上海市嘉定区卫生健康委员会,1131011400000014X6,上海市卫生健康委员会,11310000000000238B,\n";
  public static final String JIANGSU =
      "徐州市鼓楼区卫生健康委员会,11320302000000019H,江苏省卫生健康委员会,11320000000000203W,\n";
  public static final String ZHEJIANG =
      "杭州市拱墅区卫生健康局,113301050000001075,浙江省卫生健康委员会,11330000000000211U,\n";

  private PenaltyCsv() {}

  /** One record of somebody; empty where a number is not known. */
  public static String row(
      String name, String number, String document, String place, String day, String authority) {
    return String.join(
        ",",
        name,
        "自然人,,,,,,,,,",
        number.isEmpty() ? "" : "身份证",
        number,
        document,
        "未取得《医疗机构执业许可证》擅自开展诊疗活动",
        "未取得《医疗机构执业许可证》，在" + place + "为他人针灸",
        "《中华人民共和国基本医疗卫生与健康促进法》第三十八条第一款、第九十九条第一款",
        "罚款",
        "罚款人民币50000元",
        "5,,",
        day,
        "2025-06-30,2025-06-30",
        authority);
  }

  /** Lays rows into the inbox as a file of a partner. */
  public static void deliver(Path home, String partner, String rows) throws IOException {
    Path file = home.resolve("inbox/" + partner + ".csv");
    Files.writeString(file, HEADER + rows);
    Files.writeString(
        file.resolveSibling(partner + ".csv.envelope.json"),
        "{\"partner\": \"" + partner + "\", \"received_at\": \"2024-07-15T18:00:00+08:00\"}");
  }
}
