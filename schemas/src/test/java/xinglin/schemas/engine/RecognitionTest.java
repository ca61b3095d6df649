package xinglin.schemas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Verdict;

/** What clerks do to a form, and what the engine makes of it. */
class RecognitionTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);
  private static final String SUMMARY =
      DEFINITIONS.files().text("forms/jiangsu-campaign-summary.example.txt");
  private static final String ACTIVITY =
      DEFINITIONS.files().text("forms/zhongwei-campaign-activity.example.txt");
  private static final String LEADS = DEFINITIONS.files().text("forms/lead-register.example.txt");

  private static FileReading read(String text) {
    return ENGINE.read(ExampleText.read(text, Map.of()), context());
  }

  private static ReadingContext context() {
    return new ReadingContext(Optional.empty(), Optional.empty(), text -> text);
  }

  /** All figures but their places: what must not change however the form is bent. */
  private static String content(FormReading form) {
    return form.reporter().orElseThrow().code()
        + form.period().orElseThrow()
        + form.figures().stream()
            .map(
                figure ->
                    figure.measureId()
                        + "/"
                        + figure.category()
                        + "/"
                        + figure.role()
                        + "="
                        + figure.value().verbatim())
            .sorted()
            .collect(Collectors.joining(","));
  }

  private static void sameContent(String original, String changed) {
    FileReading reading = read(changed);
    assertEquals(1, reading.forms().size(), reading::toString);
    assertEquals(content(read(original).forms().get(0)), content(reading.forms().get(0)));
  }

  private static List<String> codes(FormReading form) {
    return form.findings().stream().map(Finding::code).toList();
  }

  private static String everyRow(String text, UnaryOperator<String> change) {
    return text.lines()
        .map(line -> line.contains("|") ? change.apply(line) : line)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void extraRowsAboveTheTitle() {
    sameContent(SUMMARY, SUMMARY.replace("附件1\n2024", "附件1\n\n徐州市卫生健康委员会制表\n制表日期以报送为准\n2024"));
  }

  @Test
  void serialColumnInFront() {
    int[] serial = {0};
    sameContent(
        SUMMARY,
        everyRow(
            SUMMARY,
            line ->
                line.contains("<|<|<|<|<|<|<|<|<|<|<")
                    ? line
                    : (line.startsWith("机构") ? "序号" : line.startsWith("^") ? "^" : "" + ++serial[0])
                        + "|"
                        + line));
  }

  @Test
  void columnsInAnotherOrder() {
    sameContent(
        SUMMARY,
        everyRow(
            SUMMARY,
            line -> {
              String[] cells = line.split("\\|", -1);
              if (cells.length < 12 || line.contains("<|<|<|<|<|<|<|<|<|<|<")) {
                return line;
              }
              String first = cells[1];
              cells[1] = cells[2];
              cells[2] = first;
              return String.join("|", cells);
            }));
  }

  @Test
  void labelsInOtherSpellings() {
    sameContent(
        SUMMARY,
        SUMMARY
            .replace("没收违法所得金额\\n（万元）", "没收违法所得金额（万元")
            .replace("罚款金额\\n（万元）", "罰款金額(萬元)")
            .replace("|取缔户次|", "|取 缔\\n户 次|")
            .replace("其他|", "其它|"));
  }

  @Test
  void rowsInserted() {
    sameContent(SUMMARY, SUMMARY.replace("口腔|", "|||||||||||\n口腔|"));
  }

  @Test
  void missingColumnIsAnError() {
    FileReading reading = read(everyRow(SUMMARY, line -> line.replace("|取缔户次|", "|撤销户次|")));
    assertEquals(Verdict.REJECTED, reading.verdict());
    assertTrue(
        codes(reading.forms().get(0)).containsAll(List.of("MISSING_COLUMN", "UNKNOWN_COLUMN")),
        reading::toString);
  }

  @Test
  void unknownColumnIsAWarning() {
    FileReading reading =
        read(everyRow(LEADS, line -> line + (line.startsWith("线索编号") ? "|备注" : "|无")));
    assertEquals(Verdict.ACCEPTED_WITH_WARNINGS, reading.verdict());
    assertEquals(List.of("UNKNOWN_COLUMN"), codes(reading.forms().get(0)));
    assertEquals(3, reading.forms().get(0).lines().size());
  }

  @Test
  void unknownPracticeTypeIsNotGuessed() {
    FileReading reading = read(SUMMARY.replace("口腔|", "兽医|"));
    assertEquals(Verdict.REJECTED, reading.verdict());
    assertTrue(
        codes(reading.forms().get(0)).containsAll(List.of("ROW_NOT_READ", "MISSING_COLUMN")),
        reading::toString);
  }

  @Test
  void secondFormBelowIsASecondSubmission() {
    String both = SUMMARY + ACTIVITY.lines().skip(1).collect(Collectors.joining("\n"));
    FileReading reading = read(both);
    assertEquals(
        List.of("jiangsu-campaign-summary", "zhongwei-campaign-activity"),
        reading.forms().stream().map(FormReading::formId).toList(),
        reading::toString);
    assertEquals(content(read(SUMMARY).forms().get(0)), content(reading.forms().get(0)));
    assertEquals(content(read(ACTIVITY).forms().get(0)), content(reading.forms().get(1)));
    assertEquals(List.of(), codes(reading.forms().get(0)));
  }

  @Test
  void registerGoesOnOverSheets() {
    String[] lines = LEADS.split("\n");
    String twoSheets =
        lines[0]
            + "\n"
            + lines[1]
            + "\n"
            + lines[2]
            + "\n# 第二页\n"
            + lines[1]
            + "\n"
            + lines[3]
            + "\n"
            + lines[4];
    FileReading reading = read(twoSheets);
    assertEquals(1, reading.forms().size());
    assertEquals(3, reading.forms().get(0).lines().size());
    assertEquals("第二页", reading.forms().get(0).lines().get(2).sheet());
  }

  @Test
  void sideBySideBlocks() {
    String[] lines = LEADS.split("\n");
    FileReading reading =
        read(lines[0] + "\n" + lines[1] + "||" + lines[1] + "\n" + lines[2] + "||" + lines[3]);
    assertEquals(1, reading.forms().size(), reading::toString);
    assertEquals(
        List.of("qpxs20210001", "qpxs20210002"),
        reading.forms().get(0).lines().stream().map(line -> line.key()).toList());
  }

  @Test
  void nothingKnownNamesTheNearestForm() {
    FileReading reading = read("# 表\n2024年打击无证行医及非法医疗美容专项行动情况汇总表\n机构类型|监督户次数\n西医|3\n");
    assertEquals(Verdict.UNRECOGNISED, reading.verdict());
    assertTrue(
        reading.findings().get(0).message().contains("打击无证行医及非法医疗美容专项行动情况汇总表"), reading::toString);
    assertEquals(Verdict.UNRECOGNISED, read("# 表\n日期|温度\n2024-01-01|3\n").verdict());
  }

  /** A form printed on its side needs a definition of its own, no Java. */
  @Test
  void turnedEditionByDefinitionAlone(@TempDir Path home) throws IOException {
    String turned =
        DEFINITIONS
            .files()
            .text("forms/zhongwei-campaign-activity.yaml")
            .replace("form: zhongwei-campaign-activity", "form: turned-activity")
            .replace("  - rows:", "  - turned: true\n    rows:")
            .replace("titles: [打击非法行医专项工作相关情况汇总表]", "titles: [打击非法行医专项工作情况横表]")
            .replaceAll(", under: 与公安机关", "");
    Files.createDirectories(home.resolve("forms"));
    Files.writeString(home.resolve("forms/turned-activity.yaml"), turned);
    FormEngine engine = new FormEngine(Definitions.load(Optional.of(home)));
    String sheet =
        """
        # 附表2
        打击非法行医专项工作情况横表|<|<
        海原县 县（区）|<|<
        地区|<|海原县
        建立衔接机制（家）|<|1
        召开联席会议（次）|<|4
        联合检查（次）|<|2
        联合办案（次）|<|4
        与药品监管部门联合治理（家）|<|42
        与市场监管部门联合治理（家）|<|60
        组织培训|次数|2
        ^|人次|364
        法制宣传|次数|19
        ^|发放宣传资料（份）|2989
        ^|媒体报道（次）|10
        """;
    FileReading reading = engine.read(ExampleText.read(sheet, Map.of()), context());
    assertEquals(
        List.of("turned-activity"),
        reading.forms().stream().map(FormReading::formId).toList(),
        reading::toString);
    FormReading form = reading.forms().get(0);
    assertEquals(content(read(ACTIVITY).forms().get(0)), content(form));
    assertEquals(
        "C13",
        form.figures().stream()
            .filter(figure -> figure.measureId().equals("publicity_materials"))
            .findFirst()
            .orElseThrow()
            .cell());
  }
}
