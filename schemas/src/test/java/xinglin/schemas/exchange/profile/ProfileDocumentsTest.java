package xinglin.schemas.exchange.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import xinglin.schemas.check.Regenerated;

/**
 * The tables of columns in the specification are the profiles; other files name the same columns.
 */
final class ProfileDocumentsTest {
  private static final String BEGIN =
      "<!-- columns: written by ProfileDocumentsTest from schemas/exchange/profiles -->\n";
  private static final String END = "<!-- end of columns -->";

  @Test
  void theSpecificationListsTheColumns() throws IOException {
    for (Profile profile : Profiles.load().list()) {
      Path file = Path.of("../docs/spec", profile.id() + ".md");
      String text = Files.readString(file);
      int from = text.indexOf(BEGIN) + BEGIN.length();
      int to = text.indexOf(END);
      Regenerated.check(file, text.substring(0, from) + table(profile) + text.substring(to));
    }
  }

  @Test
  void thirtyColumnsAreTheNationalLayoutOf2018() {
    List<String> header = Profiles.load().get("yrd-pen-1").header();
    assertEquals(
        "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,"
            + "CF_XDR_SHZZ,CF_FRDB,CF_FR_ZJLX,CF_FR_ZJHM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,"
            + "CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,"
            + "CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ",
        String.join(",", header.subList(0, 30)));
    assertEquals(48, header.size());
  }

  private static String table(Profile profile) {
    StringBuilder text =
        new StringBuilder("\n| no | code | 中文 | | type | rule |\n|---|---|---|---|---|---|\n");
    int number = 0;
    for (ProfileColumn column : profile.columns()) {
      text.append(
          "| %d | `%s` | %s | %s | %s | %s |%n"
              .formatted(
                  ++number, column.code(), column.zh(), column.en(), type(column), rule(column)));
    }
    return text.append('\n').toString();
  }

  private static String type(ProfileColumn column) {
    String name = column.type().name().toLowerCase(Locale.ROOT);
    return column.most().isPresent() ? name + " ≤ " + column.most().getAsInt() : name;
  }

  private static String rule(ProfileColumn column) {
    StringBuilder rule = new StringBuilder();
    rule.append(column.required() ? "**R** " : "");
    rule.append(column.personal() ? "**P** " : "");
    rule.append(column.masked() ? "**M** " : "");
    if (!column.values().isEmpty()) {
      rule.append('`').append(String.join("`, `", column.values())).append('`');
    }
    rule.append(
        switch (column.checkCharacter()) {
          case "credit_code" -> "check character of GB 32100";
          case "identity_number" -> "check character of GB 11643 if it is an identity card";
          default -> "";
        });
    return rule.toString().strip();
  }
}
