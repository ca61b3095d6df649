package xinglin.warehouse.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.check.CheckExamples;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.FoundLayout;
import xinglin.schemas.exchange.LayoutColumn;
import xinglin.schemas.exchange.PenaltyLayout;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.exchange.SentFile;
import xinglin.schemas.exchange.SentRows;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.seal.PartyKey;

/** The examples that the checks on records declare: one passes, one fails. */
class PenaltyExamplesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());

  /** A record without a fault. */
  private static final Map<String, String> RECORD =
      Map.ofEntries(
          Map.entry("CF_XDR_MC", "冯某甲"),
          Map.entry("CF_XDR_LB", "自然人"),
          Map.entry("CF_XDR_ZJLX", "身份证"),
          Map.entry("CF_XDR_ZJHM", "310114190011179939"),
          Map.entry("CF_WSH", "嘉卫医罚〔2024〕1号"),
          Map.entry("CF_WFXW", "未取得《医疗机构执业许可证》擅自开展诊疗活动"),
          Map.entry("CF_SY", "未取得《医疗机构执业许可证》，在上海市嘉定区某路243号开展干细胞回输"),
          Map.entry("CF_YJ", "《中华人民共和国基本医疗卫生与健康促进法》第三十八条第一款、第九十九条第一款"),
          Map.entry("CF_CFLB", "罚款"),
          Map.entry("CF_NR", "罚款人民币100000元"),
          Map.entry("CF_NR_FK", "10"),
          Map.entry("CF_JDRQ", "2024-05-30"),
          Map.entry("CF_GSJZQ", "2025-05-30"),
          Map.entry("CF_CFJG", "上海市嘉定区卫生健康委员会"),
          Map.entry("CF_CFJGDM", "1131011400000014X6"),
          Map.entry("CF_SJLY", "上海市卫生健康委员会"),
          Map.entry("CF_SJLYDM", "11310000000000238B"));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> onePassesAndOneFails() {
    return DEFINITIONS.checks().list().stream()
        .filter(check -> check.needs() == CheckDeclaration.Needs.RECORDS)
        .filter(check -> !check.code().startsWith("LEAD_"))
        .map(check -> DynamicTest.dynamicTest(check.code(), () -> runBoth(check)));
  }

  private void runBoth(CheckDeclaration check) {
    CheckExamples examples = check.examples().orElseThrow();
    assertEquals(List.of(), raised(check, examples.pass()));
    assertTrue(!raised(check, examples.fail()).isEmpty(), "the example that fails passes");
  }

  private List<String> raised(CheckDeclaration check, CheckExamples.Example example) {
    return judged(example).findings().stream()
        .map(Finding::code)
        .filter(check.code()::equals)
        .distinct()
        .toList();
  }

  @Test
  void aBadRowIsRefusedAndTheOthersStand() {
    FormReading reading =
        judged(List.of(RECORD, with(RECORD, Map.of("CF_JDRQ", "某日"))), "cf-codes");
    assertEquals(Verdict.ACCEPTED_WITH_WARNINGS, reading.verdict());
    assertEquals(
        List.of("W3 CF_JDRQ：“某日”不是日期，或者晚于收到之日，该行退回。请填写处罚决定书上的日期（如 2024-05-11），重新报送该行。"),
        reading.findings().stream().map(Finding::message).toList());
    FormReading alone = judged(List.of(with(RECORD, Map.of("CF_JDRQ", "某日"))), "cf-codes");
    assertEquals(Verdict.REJECTED, alone.verdict());
  }

  @Test
  void aFileThatTheDatabaseReadsIsJudgedAsItsRowsOneByOne() throws IOException {
    FoundLayout found = found("cf-codes");
    StringBuilder text = new StringBuilder("\ufeff").append(String.join(",", found.headers()));
    for (int row = 0; row < 3000; row++) {
      Map<String, String> changes =
          Map.of(
              "CF_WSH", "嘉卫医罚〔2024〕" + (row % 2900 + 1) + "号",
              "CF_JDRQ", row % 1000 == 7 ? "某日" : "2024/5/3",
              "CF_NR_FK", row % 500 == 3 ? "壹拾万元整" : " 10 ",
              "CF_SY", row % 700 == 9 ? "\"擅自行医，\"\"静脉输液\"\"\n两次\"" : "静脉输液");
      Map<String, String> record = with(RECORD, changes);
      text.append("\r\n")
          .append(
              found.headers().stream()
                  .map(header -> record.getOrDefault(header, ""))
                  .collect(Collectors.joining(",")));
    }
    Path file = Files.writeString(folder.resolve("records.csv"), text.append("\r\n"));
    SentRows oneByOne = sink -> readInto(sink, file);
    FormReading slow = judged(new PenaltySheet(found, "", 1, oneByOne));
    SentRows failing =
        sink -> {
          throw new IOException("not to be read one by one");
        };
    FormReading fast = judged(new PenaltySheet(found, "", 1, new SentFile(file, ',', 1, failing)));
    assertEquals(slow, fast);
    assertEquals(
        Map.of("PENALTY_DATE_WRONG", 3L, "PENALTY_AMOUNT_IN_WORDS", 6L, "REPEATED_LINE", 97L),
        fast.findings().stream()
            .collect(Collectors.groupingBy(Finding::code, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(entry -> !entry.getKey().equals("PENALTY_STATED_TWICE"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** A reader of quoted fields that is nobody's library. */
  private static void readInto(SentRows.Sink sink, Path file) throws IOException {
    String text = Files.readString(file).substring(1);
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int row = 1;
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        field.append(here);
        at++;
      } else if (here == '"') {
        quoted = !quoted;
      } else if (!quoted && (here == ',' || here == '\n')) {
        fields.add(field.toString());
        field.setLength(0);
        if (here == '\n') {
          if (row > 1) {
            sink.row(row, List.copyOf(fields));
          }
          fields.clear();
          row++;
        }
      } else {
        field.append(here);
      }
    }
  }

  private FormReading judged(CheckExamples.Example example) {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(with(RECORD, example.set()));
    if (!example.again().isEmpty()) {
      rows.add(with(RECORD, example.again()));
    }
    return judged(rows, example.layout().orElse("cf-codes"));
  }

  private static Map<String, String> with(Map<String, String> row, Map<String, String> changes) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    changed.putAll(changes);
    return changed;
  }

  private static FoundLayout found(String layout) {
    PenaltyLayout declared =
        DEFINITIONS.exchange().layouts().list().stream()
            .filter(one -> one.id().equals(layout))
            .findFirst()
            .orElseThrow();
    List<String> headers =
        declared.columns().stream().map(LayoutColumn::labels).map(labels -> labels.get(0)).toList();
    FoundLayout found = DEFINITIONS.exchange().layouts().find(headers).orElseThrow();
    assertEquals(layout, found.layout().id());
    return found;
  }

  private FormReading judged(List<Map<String, String>> rows, String layout) {
    FoundLayout found = found(layout);
    return judged(
        new PenaltySheet(
            found,
            "",
            1,
            sink -> {
              for (int row = 0; row < rows.size(); row++) {
                Map<String, String> texts = rows.get(row);
                sink.row(
                    row + 2,
                    found.headers().stream()
                        .map(header -> texts.getOrDefault(header, ""))
                        .toList());
              }
            }));
  }

  private FormReading judged(PenaltySheet sheet) {
    PenaltyJudge judge =
        new PenaltyJudge(folder, DEFINITIONS, DEFINITIONS.checks()::finding, PartyKey::ofNobody);
    PenaltyContext context =
        new PenaltyContext(0, Optional.of("310000"), LocalDate.of(2024, 7, 15));
    try (PenaltyRecords records = judge.judge(sheet, context)) {
      return records.reading();
    }
  }
}
