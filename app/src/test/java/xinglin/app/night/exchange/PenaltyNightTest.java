package xinglin.app.night.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.app.night.Sealed;
import xinglin.app.night.Sha;
import xinglin.app.night.SharedNight;
import xinglin.schemas.exchange.PenaltyLayouts;

/**
 * Penalty records of four provinces in six layouts, one night: what was written into the files by
 * other programs is found again row by row, and what the files mean together.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PenaltyNightTest {
  private static final String PRACTICES =
      "case practice_type when 'chinese' then '中医' when 'dental' then '口腔' when 'cosmetic' then '医疗美容'"
          + " when 'myopia' then '近视防治' when 'western' then '西医' when 'other' then '其他' else '' end";
  private Path home = Path.of("");

  @BeforeAll
  void night() throws IOException {
    home = SharedNight.onExamples();
  }

  @Test
  void everyFileHasItsVerdict() throws IOException {
    Map<String, String> files = files();
    Map<String, String> got = new TreeMap<>();
    for (String line :
        Published.query(
            home,
            "select sha256, edition, reporter_code, verdict, error_count, warning_count from submission"
                + " where form_id = '"
                + PenaltyLayouts.FORM
                + "'")) {
      got.put(files.get(line.substring(0, 64)), line.substring(65));
    }
    assertEquals(
        Map.of(
            "js-2024h1-legal-v2018.xlsx", "v2018-organisation,320000,accepted_with_warnings,0,2",
            "js-2024h1-person-v2018.xlsx", "v2018-person,320000,accepted_with_warnings,0,4",
            "ah-2023q4-v2015.xls", "v2015,340000,accepted,0,0",
            "zj-2024h1-29col-gb18030.csv", "v2018-29-columns,330000,accepted_with_warnings,0,1",
            "sh-2024h1-codes-utf8bom.csv", "cf-codes,310000,accepted,0,0",
            "js-202407-update-v2018.xlsx", "v2018-person,320000,accepted,0,0",
            "ah-202402-withdraw-v2015.xls", "v2015,340000,accepted,0,0"),
        got);
  }

  @Test
  void everyValueIsFoundAgain() throws IOException {
    Map<String, String> files = files();
    Map<String, String> rows = new HashMap<>();
    List<String> submissions = new ArrayList<>();
    Map<String, String> keys = new HashMap<>();
    for (String line :
        Published.query(
            home,
            "select sha256, source.sheet, source.ordinal + 1, document_number, decision_date, fine_yuan, confiscated_yuan,"
                + " if(is_unlicensed_practice, '是', '否'), "
                + PRACTICES
                + ", submission_id, source.ordinal, coalesce(source.credit_code, '')"
                + " from penalty_source as source join submission using (submission_id)")) {
      String[] cells = line.split(",", -1);
      String row = files.get(cells[0]) + "," + cells[1] + "," + cells[2];
      rows.put(row, String.join(",", Arrays.asList(cells).subList(3, 9)));
      keys.put(row, cells[9] + "/" + cells[10] + "," + cells[11]);
      submissions.add(cells[9]);
    }
    Map<String, Map<String, String>> sealed =
        Sealed.read(
            home, List.of("penalty_source"), submissions.stream().distinct().sorted().toList());
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (String line : lines("expected-penalties.csv")) {
      String[] cells = line.split(",", -1);
      String row = cells[0] + "," + cells[1] + "," + cells[2];
      String expected =
          String.join(
              ",", cells[3], cells[6], amount(cells[7]), amount(cells[8]), cells[9], cells[10]);
      String[] key = keys.getOrDefault(row, "?,").split(",", -1);
      Map<String, String> person = sealed.getOrDefault("penalty_source/" + key[0], Map.of());
      String number = key[1].isEmpty() ? person.getOrDefault("id_number", "") : key[1];
      if (!expected.equals(rows.get(row))
          || !cells[4].equals(person.get("party_name"))
          || !cells[5].equals(number)) {
        wrong.add(row + ": " + expected + " but " + rows.get(row) + " " + person);
      }
      compared++;
    }
    assertEquals(List.of(), wrong.stream().limit(3).toList(), () -> wrong.size() + " wrong");
    assertEquals(537, compared);
  }

  private static String amount(String yuan) {
    return yuan.isEmpty() ? "" : new BigDecimal(yuan).setScale(4).toPlainString();
  }

  @Test
  void everyFlagStandsAtItsCell() throws IOException {
    assertEquals(
        List.of(
            "v2015,PENALTY_AMOUNT_IN_WORDS,info,N7",
            "v2015,PENALTY_WITHDRAWN,info,Q2",
            "v2018-29-columns,PENALTY_AMOUNT_IN_WORDS,info,S7",
            "v2018-29-columns,REPEATED_LINE,warning,A106",
            "v2018-organisation,CREDIT_CODE_CHECK,warning,B11",
            "v2018-organisation,PENALTY_DISPLAY_PERIOD,warning,U10",
            "v2018-person,PENALTY_AMENDED,info,T2",
            "v2018-person,PENALTY_AMOUNT_UNIT,warning,J13",
            "v2018-person,PENALTY_FINE_OUTSIDE_BAND,warning,J10",
            "v2018-person,PENALTY_NUMBER_SHARED,warning,D14",
            "v2018-person,PENALTY_NUMBER_SHARED,warning,D32"),
        Published.query(
            home,
            "select edition, code, severity, cell from finding join submission using (submission_id)"
                + " where form_id = '"
                + PenaltyLayouts.FORM
                + "' order by all"));
  }

  @Test
  void theAmendedOneHoldsAndTheFormerIsKept() throws IOException {
    String columns =
        "select version, status, fine_yuan, cast(known_from as date), cast(known_to as date)";
    String number = " where document_number = '徐鼓卫医罚〔2024〕1号' order by version";
    assertEquals(
        List.of(
            "1,effective,100000.0000,2024-07-15,2024-08-15", "2,amended,50000.0000,2024-08-15,"),
        Published.query(home, columns + " from history.penalty" + number));
    assertEquals(
        List.of("2,amended,50000.0000"),
        Published.query(home, "select version, status, fine_yuan from penalty" + number));
  }

  @Test
  void theWithdrawnOneIsKeptAndCountsNoMore() throws IOException {
    String number = " where document_number = '马花卫医罚（2023）1号' order by version";
    assertEquals(
        List.of("1,effective,,2024-01-15,2024-03-15", "2,withdrawn,2024-02-06,2024-03-15,"),
        Published.query(
            home,
            "select version, status, withdrawn_on, cast(known_from as date), cast(known_to as date) from history.penalty"
                + number));
    assertEquals(
        List.of("2,withdrawn,111904.0000"),
        Published.query(home, "select version, status, fine_yuan from penalty" + number));
  }

  @Test
  void oneDecisionCountsOnce() throws IOException {
    assertEquals(
        List.of("534,1"), Published.query(home, "select count(*), max(sources) from penalty"));
    assertEquals(
        List.of("none,1", "version,536"),
        Published.query(
            home,
            "select outcome, count(*) from penalty_source group by outcome order by outcome"));
  }

  @Test
  void theThirdFindingIsATrigger() throws IOException {
    assertEquals(
        List.of(
            "仙卫医罚[2024]2号,331024,2024-06-27,2,3,"
                + "马花卫医罚〔2023〕17号 马鞍山市花山区卫生健康委员会 2023-10-08；"
                + "常武卫医罚【2024】009号 常州市武进区卫生健康局 2024-06-26"),
        Published.query(
            home,
            "select document_number, division_code, decision_date, earlier_penalties, provinces, evidence from referral_trigger"));
    assertEquals(
        List.of("2"),
        Published.query(
            home,
            "select value::integer from indicator_for('cross_region_repeat_offenders', date '2024-01-01', date '2024-06-30')"
                + " where division_code = '330000'"));
    assertEquals(
        List.of("331024,0,1,0.0000"),
        Published.query(
            home,
            "select division_code, numerator::integer, denominator::integer, value"
                + " from indicator_for('criminal_referral_rate', date '2024-01-01', date '2024-06-30') where division_code = '331024'"));
  }

  @Test
  void nothingPublishedNamesAnybody() throws IOException {
    assertTrue(
        Published.rows(home).values().stream()
            .flatMap(List::stream)
            .noneMatch(row -> row.contains("340503190006099983") || row.contains("杨某甲")));
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new HashMap<>();
    for (Examples.Expected one : Examples.expected()) {
      files.put(
          Sha.of(Examples.folder().resolve("inbox").resolve(one.file())),
          one.file().substring(one.file().indexOf('/') + 1));
    }
    return files;
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = PenaltyNightTest.class.getResourceAsStream("/xinglin/app/" + name)) {
      if (in == null) {
        throw new IOException("Cannot find " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
