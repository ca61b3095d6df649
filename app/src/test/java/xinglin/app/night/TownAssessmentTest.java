package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.assess.AssessmentSheets;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.PublishedRows;

/**
 * Attachment 3 of Xianju for 横溪镇, worked out by hand from what the town sent: two reports on
 * itself, one patrol register in time and one missing, one letter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TownAssessmentTest {
  private static final String FIRST_HALF =
      """
      附件3：,,,
      仙居县2020年乡镇、街道打击非法行医考核资料表,,,
      横溪镇 乡镇（街道）,,,
      考核项目,是否发生或次数,证明材料,日期
      （一）1,否,横政办〔2020〕1号,2020-03-02
      （一）2,是,尚未明确专人,2020-03-02
      （二）1,否,网格平台记录,2020-04-10
      （二）2,否,排查记录,2020-05-20
      （二）3,否,责令整改记录,2020-05-22
      （二）3未申请,否,申请函,2020-06-20
      （二）3未配合,否,签到表,2020-06-22
      （二）4,1,5月没有巡查记录,2020-05-31
      （二）5,0,无,2020-06-30
      （二）6,1,省暗访组通报,2020-06-11
      （二）7死亡,0,无,2020-06-30
      （二）7伤残,0,无,2020-06-30
      """;
  private static final String SECOND_HALF =
      """
      附件3：,,,
      仙居县2020年乡镇、街道打击非法行医考核资料表,,,
      横溪镇 乡镇（街道）,,,
      考核项目,是否发生或次数,证明材料,日期
      （一）1,否,横政办〔2020〕1号,2020-08-02
      （一）2,否,已明确专人,2020-08-02
      （二）1,否,网格平台记录,2020-08-10
      （二）2,否,排查记录,2020-08-20
      （二）3,否,责令整改记录,2020-08-22
      （二）3未申请,否,申请函,2020-09-20
      （二）3未配合,否,签到表,2020-09-22
      （二）4,否,巡查记录,2020-10-31
      （二）5,2,省台两次报道,2020-11-02
      （二）6,1,省暗访组通报,2020-10-11
      （二）7死亡,0,无,2020-11-20
      （二）7伤残,1,病历,2020-11-21
      """;

  private static final String CLOSED_SITES =
      """
      风险点台账,,,,,,
      填报单位：白塔镇,,,,,,
      序号,街镇,村居,地址,发现日期,处置日期,处置结果
      1,白塔镇,某村,白塔镇某路1号,2020-03-01,2020-06-20,取缔
      """;

  private Path home = Path.of("");

  @BeforeAll
  void night(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    Examples.deliver(home, file -> file.startsWith("xianju-2020/"));
    Files.writeString(home.resolve("inbox").resolve("hengxi-1.csv"), FIRST_HALF);
    Files.writeString(home.resolve("inbox").resolve("hengxi-2.csv"), SECOND_HALF);
    // A street that sent only one of two reports.
    Files.writeString(
        home.resolve("inbox").resolve("fuying-2.csv"), SECOND_HALF.replace("横溪镇", "福应街道"));
    // What a town closed, to be looked at every month: nobody went there.
    Files.writeString(home.resolve("inbox").resolve("baita-sites.csv"), CLOSED_SITES);
    Path rules =
        Examples.folder().resolveSibling("schemas").resolve("assessments/xianju-2020.yaml");
    Files.createDirectories(home.resolve("config/assessments"));
    Files.writeString(
        home.resolve("config/assessments/xianju-2020.yaml"),
        Files.readString(rules).replace("\nsections:", "\nbase: 100\nsections:"));
    Examples.night(home);
  }

  @Test
  void deductionByDeduction() throws IOException {
    assertEquals(
        List.of(
            "1.1,0,decided,reported",
            "1.2,1,decided,reported",
            "2.1,0,decided,reported",
            "2.2.1,0,decided,patrols_made",
            "2.2.2,1,decided,patrol_register_sent",
            "2.3.1,0,decided,reported",
            "2.3.2,0,decided,reported",
            "2.3.3,0,decided,reported",
            "2.4,1,decided,reported",
            "2.5,6,decided,reported",
            "2.6,2,decided,reported",
            "2.7.1,0,decided,reported",
            "2.7.2,3,decided,reported"),
        Published.query(
            home,
            "select item_id, cast(deduction as integer), state, decided_by from town_assessment"
                + " where division_code = '331024101' order by ordinal"));
  }

  @Test
  void eachDeductionHasItsEvidenceDownToTheCell() throws IOException {
    assertEquals(
        List.of(
            "1.2,observation,B6,2020年1—6月自报发生 1",
            "2.2.2,completeness,,2020年9—11月登记表，应于2020-12-07前报送，未报",
            "2.4,observation,B12,2020年1—6月自报发生 1",
            "2.5,observation,B13,2020年7—11月自报发生 2",
            "2.6,observation,B14,2020年1—6月自报发生 1",
            "2.6,observation,B14,2020年7—11月自报发生 1",
            "2.7.2,observation,B16,2020年7—11月自报发生 1"),
        Published.query(
            home,
            "select item_id, table_name, cell, note from town_assessment_evidence"
                + " where division_code = '331024101' and role = 'deducts'"
                + " order by item_id, note"));
  }

  /** What only one of two reports denies is not known; what it admits is. */
  @Test
  void whatOneOfTwoReportsDeniesIsOpen() throws IOException {
    assertEquals(
        List.of(
            "1.1 open",
            "1.2 open",
            "2.1 open",
            "2.3.2 open",
            "2.3.3 open",
            "2.4 open",
            "2.7.1 open"),
        Published.query(
            home,
            "select item_id || ' ' || state from town_assessment"
                + " where division_code = '331024003' and state = 'open' order by ordinal"));
    assertEquals(
        List.of("11"),
        Published.query(
            home,
            "select cast(deduction as integer) from town_ranking"
                + " where division_code = '331024003'"));
  }

  /** Five months, from July to November; the document deducts once. */
  @Test
  void aTownSendsWhatItClosedAndIsToldOfMonthsWithoutAPatrol() throws IOException {
    assertEquals(
        List.of("5,1,decided,closed_sites_patrolled"),
        Published.query(
            home,
            "select cast(happened as integer), cast(deduction as integer), state, decided_by"
                + " from town_assessment where division_code = '331024103' and item_id = '2.4'"));
  }

  /** A town of whose visits none needs joint action had nothing to ask for. */
  @Test
  void whatDoesNotApplyIsSaid() throws IOException {
    assertEquals(
        List.of("2.3.2", "2.3.3"),
        Published.query(
            home,
            "select item_id from town_assessment"
                + " where division_code = '331024103' and state = 'not_applicable' order by ordinal"));
  }

  @Test
  void allTownsAreRankedAndTheScoreIsAnAssumption() throws IOException {
    List<String> ranking =
        Published.query(
            home,
            "select division_code, cast(deduction as integer), cast(score as integer),"
                + " is_score_assumed, rank from town_ranking order by rank desc, division_code");
    assertEquals(20, ranking.size());
    assertEquals("331024101,14,86,true,20", ranking.get(0));
    assertEquals("331024003,11,89,true,19", ranking.get(1));
    assertEquals("331024103,2,98,true,18", ranking.get(2));
    assertTrue(ranking.stream().skip(3).allMatch(line -> line.endsWith(",1,99,true,1")));
  }

  @Test
  void theIndicatorAddsUpWhatTheTownsAreDeducted() throws IOException {
    assertEquals(
        List.of("331024,44,40", "331024003,11,2", "331024101,14,2"),
        Published.query(
            home,
            "select division_code, cast(value as integer), expected_reports from indicator"
                + " where indicator_id = 'town_assessment_deduction'"
                + " and window_end = date '2020-12-31'"
                + " and division_code in ('331024', '331024101', '331024003') order by 1"));
  }

  /** When the registers were in and the town had not yet reported on itself. */
  @Test
  void asOfADayBeforeTheTownReportedOnItself() throws IOException {
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query =
        PublishedQuery.current(
            home.resolve("published"), Optional.of(new AsOf(LocalDate.of(2020, 12, 31))))) {
      query.print(
          "select item_id, state, cast(deduction as integer) from town_assessment"
              + " where division_code = '331024101' and item_id in ('1.2', '2.2.1', '2.2.2')"
              + " order by item_id",
          new CsvFormat(),
          out);
    }
    assertEquals(
        List.of("1.2,open,", "2.2.1,decided,0", "2.2.2,decided,1"),
        out.toString().lines().skip(1).toList());
  }

  @Test
  void eachTownGetsItsSheetInTheLayoutOfTheDocument(@TempDir Path folder) throws IOException {
    AssessmentSheets sheets;
    try (PublishedRows published =
        PublishedRows.open(home.resolve("published"), Optional.empty(), Optional.empty())) {
      sheets = AssessmentSheets.of("xianju-2020", published);
    }
    assertEquals(21, sheets.write(Optional.empty(), folder, "xlsx").size());
    Path hengxi = sheets.write(Optional.of("331024101"), folder, "xlsx").get(0);
    assertEquals("仙居县2020年乡镇、街道打击非法行医考核细则（横溪镇）.xlsx", hengxi.getFileName().toString());
    try (Workbook workbook = WorkbookFactory.create(hengxi.toFile())) {
      Sheet sheet = workbook.getSheetAt(0);
      List<String> rows = new ArrayList<>();
      for (Row row : sheet) {
        Cell points = row.getCell(2);
        if (points != null && points.getCellType() == CellType.NUMERIC) {
          rows.add(row.getCell(1).getStringCellValue() + " " + (int) points.getNumericCellValue());
        }
      }
      assertEquals(13, rows.size());
      assertEquals("被省级及以上主要媒体负面报道经查证属实的，每起扣3分 6", rows.get(9));
      Cell total = sheet.getRow(sheet.getLastRowNum() - 2).getCell(2);
      assertEquals(CellType.FORMULA, total.getCellType());
      assertEquals(14, total.getNumericCellValue());
    }
  }
}
