package xinglin.schemas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;

/** Forms of which a figure could be read wrong without a word: each is sent back, and says why. */
class NothingGuessedTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);
  private static final String SPOT_CHECK = example("city-spot-check");
  private static final String CASES = example("zhongwei-case-summary");
  private static final String YEARS = example("plan-activity");
  private static final String LOOKBACK = example("jiangsu-lookback");
  private static final String SUMMARY = example("jiangsu-campaign-summary");

  private static String example(String form) {
    return DEFINITIONS.files().text("forms/" + form + ".example.txt");
  }

  private static FileReading read(String text) {
    ReadingContext context = new ReadingContext(Optional.empty(), Optional.empty(), line -> line);
    return ENGINE.read(ExampleText.read(text, Map.of()), context);
  }

  /** Errors of a form with their cells. */
  private static List<String> errors(FormReading form) {
    return form.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.cell() + " " + finding.code())
        .toList();
  }

  private static List<String> errors(String text) {
    return errors(read(text).forms().get(0));
  }

  @Test
  void aTotalUnderTheNameOfTheCityIsNoFurtherDivision() {
    FormReading form = read(SPOT_CHECK.replace("合计|70", "徐州市|70")).forms().get(0);
    assertEquals(List.of("A6 OVERLAPPING_ROWS"), errors(form));
    assertEquals(
        List.of("320302", "320303"),
        form.figures().stream()
            .flatMap(figure -> figure.divisionCode().stream())
            .distinct()
            .toList());
  }

  @Test
  void lastYearBesideThisYearUnderOneLabel() {
    String divided =
        """
        # 抽查
        2024年市级重点机构抽查情况表|<|<|<|<
        徐州市    市|<|<|<|<
        县（区）|重点机构数（家）|<|抽查机构数（家）|发现问题数（个）
        ^|上年同期|本期|^|^
        鼓楼区|55|40|12|3
        云龙区|60|30|10|0
        """;
    assertEquals(List.of("B3 AMBIGUOUS_COLUMN"), errors(divided));
    String alone = divided.replace("重点机构数（家）|<|", "重点机构数（家）||");
    assertEquals(List.of("B3 AMBIGUOUS_COLUMN"), errors(alone));
  }

  @Test
  void aLabelOverValueAndUnitIsNotDivided() {
    String unit =
        """
        # 抽查
        2024年市级重点机构抽查情况表|<|<|<|<
        徐州市    市|<|<|<|<
        县（区）|重点机构数（家）|<|抽查机构数（家）|发现问题数（个）
        鼓楼区|40|家|12|3
        云龙区|30|家|10|0
        """;
    assertEquals(List.of(), errors(unit));
  }

  @Test
  void twoValuesBesideALabelOfAList() {
    assertEquals(
        List.of("B5 AMBIGUOUS_COLUMN"), errors(CASES.replace("合计（户次）|13", "合计（户次）|13|15")));
    String remark = CASES.replace("合计（户次）|13", "合计（户次）|13|另有2户待查");
    assertEquals(List.of(), errors(remark));
  }

  @Test
  void aYearThatCannotBeReadDoesNotStandForThreeYears() {
    assertEquals(List.of("B3 UNREADABLE"), errors(YEARS.replace("夏阳街道|2021|", "夏阳街道|21|")));
    assertEquals(List.of("B3 UNREADABLE"), errors(YEARS.replace("夏阳街道|2021|", "夏阳街道|2021-2022|")));
    assertEquals(List.of("B3 REQUIRED_BLANK"), errors(YEARS.replace("夏阳街道|2021|", "夏阳街道||")));
    assertEquals(List.of(), errors(YEARS.replace("夏阳街道|2021|", "夏阳街道|二〇二一年度|")));
  }

  @Test
  void aSecondRowOfFiguresInAFormOfOneRow() {
    FileReading reading = read(LOOKBACK);
    int row = Integer.parseInt(reading.forms().get(0).figures().get(0).cell().substring(1));
    List<String> lines = new ArrayList<>(LOOKBACK.lines().toList());
    lines.add(row + 1, "3|3|0|1|0|0|");
    assertEquals(List.of("A" + (row + 1) + " REPEATED_ROW"), errors(String.join("\n", lines)));
  }

  @Test
  void aSheetForEachYearWouldReplaceTheOneBefore() {
    String second = YEARS.replace("# 2021", "# 2022").replace("|2021|", "|2022|");
    FileReading reading = read(YEARS + "\n" + second);
    assertEquals(List.of("C3 TWO_VERSIONS"), errors(reading.forms().get(0)));
    assertEquals(List.of("C3 TWO_VERSIONS"), errors(reading.forms().get(1)));
    String english = reading.forms().get(0).findings().get(0).messageEn();
    String title = DEFINITIONS.forms().get("plan-activity").en();
    assertEquals(title, english.replaceFirst(".*?: ", "").replaceFirst(" of the same .*", ""));
  }

  @Test
  void aDistrictOfTheSameNameInAnotherCity() {
    String other = SUMMARY.replace("鼓楼区    县", "南京市鼓楼区    县").replace("：徐州市鼓楼区卫生健康局", "：");
    FormReading form = read(other).forms().get(0);
    assertEquals(Optional.empty(), form.reporter());
    assertEquals(List.of("A3 REPORTER_UNKNOWN"), errors(form));
  }

  @Test
  void anUnknownReporterIsMarkedWhereItsNameStands() {
    String apart = SUMMARY.replaceFirst("鼓楼区    县（区）[^|]*\\|<\\|<", "鼓搂区|<|县（区）");
    assertEquals(List.of("A3 REPORTER_UNKNOWN"), errors(apart));
  }

  @Test
  void monthsInTheTitleAreThePeriod() {
    FormReading form = read(SUMMARY.replace("2024年打击", "2024年4—6月打击")).forms().get(0);
    assertEquals("2024-04-01/2024-06-30", days(form));
    assertEquals(
        "2024-05-01/2024-05-31",
        days(read(SUMMARY.replace("2024年打击", "2024年5月打击")).forms().get(0)));
    assertEquals(
        List.of("A2 PERIOD_OUTSIDE_CAMPAIGN"), errors(SUMMARY.replace("2024年打击", "2024年1-12月打击")));
  }

  private static String days(FormReading form) {
    return form.period().map(period -> period.start() + "/" + period.end()).orElse("");
  }

  @Test
  void amountsUnderAHeaderOfHundredsOfMillions() {
    List<String> errors = errors(SUMMARY.replace("罚款金额\\n（万元）", "罚款金额\\n（亿元）"));
    assertEquals(
        List.of("G6 UNIT_SUSPECT", "G8 UNIT_SUSPECT", "G9 UNIT_SUSPECT", "G10 UNIT_SUSPECT"),
        errors);
  }

  @Test
  void casesWrittenOneBehindAnother() {
    String details = "1、被处罚对象:甲某；地址:和平路；案由:无证行医。2、被处罚对象:乙某；地址:民主路；案由:无证行医。";
    String text = LOOKBACK.replaceFirst("被处罚对象：[^|]*", details);
    assertEquals(
        List.of("甲某 和平路 无证行医", "乙某 民主路 无证行医"),
        read(text).forms().get(0).lines().stream()
            .map(
                line ->
                    line.values().get("party").text().orElse("")
                        + " "
                        + line.values().get("address").text().orElse("")
                        + " "
                        + line.values().get("reason").text().orElse(""))
            .toList());
  }

  @Test
  void aPercentageIsNoNumberOfInstitutions() {
    assertEquals(
        List.of("C4 UNREADABLE", "C5 UNREADABLE", "C6 UNREADABLE"),
        errors(SPOT_CHECK.replace("抽查机构数（家）", "抽查机构数（%）")));
  }
}
