package xinglin.warehouse.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.check.CheckExamples;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Verdict;

/** Records of leads judged one by one: the examples of the checks, and what each rule looks at. */
class LeadJudgeTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final Profile PROFILE = Profiles.load().get("yrd-lead-1");

  /** What 310000 asks of 320000, without a fault. */
  private static final Map<String, String> ASK =
      Map.ofEntries(
          Map.entry("YRD_ASKER", "310000"),
          Map.entry("YRD_LEAD_ID", "JD2024017"),
          Map.entry("YRD_KIND", "ask"),
          Map.entry("YRD_STATE", "published"),
          Map.entry("YRD_VERSION", "1"),
          Map.entry("YRD_DIVISION", "320583"),
          Map.entry("YRD_RECEIVED_ON", "2024-06-20"),
          Map.entry("YRD_VIOLATION_GROUP", "practice"),
          Map.entry("YRD_PRACTICE_TYPE", "dental"),
          Map.entry("YRD_ASKED", "investigate"),
          Map.entry("YRD_REPLY_DUE", "2024-08-10"),
          Map.entry("YRD_SUMMARY", "反映某诊所无证开展口腔诊疗"),
          Map.entry("YRD_LEAD_STATE", "open"));

  /** What it answers to what 320000 asked. */
  private static final Map<String, String> REPLY =
      with(
          ASK,
          Map.of(
              "YRD_ASKER", "320000",
              "YRD_LEAD_ID", "KS-1",
              "YRD_KIND", "answer",
              "YRD_LEAD_STATE", "closed",
              "YRD_RESULT", "substantiated",
              "YRD_ANSWERED_ON", "2024-07-30"));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> onePassesAndOneFails() {
    return DEFINITIONS.checks().list().stream()
        .filter(check -> check.needs() == CheckDeclaration.Needs.RECORDS)
        .filter(check -> check.code().startsWith("LEAD_"))
        .map(check -> DynamicTest.dynamicTest(check.code(), () -> runBoth(check)));
  }

  private void runBoth(CheckDeclaration check) {
    CheckExamples examples = check.examples().orElseThrow();
    assertEquals(List.of(), codes(judged(rows(examples.pass()))));
    assertEquals(List.of(check.code()), codes(judged(rows(examples.fail()))));
  }

  private static List<Map<String, String>> rows(CheckExamples.Example example) {
    List<Map<String, String>> rows = new ArrayList<>(List.of(with(ASK, example.set())));
    if (!example.again().isEmpty()) {
      rows.add(with(ASK, example.again()));
    }
    return rows;
  }

  @Test
  void everyRowIsJudgedByItself() {
    FormReading reading =
        judged(
            List.of(
                ASK,
                REPLY,
                with(ASK, Map.of("YRD_LEAD_ID", "", "YRD_DIVISION", "昆山")),
                with(ASK, Map.of("YRD_LEAD_ID", "2", "YRD_STATE", "amended", "YRD_VERSION", "0")),
                with(ASK, Map.of("YRD_LEAD_ID", "3", "YRD_RECEIVED_ON", "2024-02-30")),
                with(ASK, Map.of("YRD_LEAD_ID", "4", "YRD_ASKER", "330000")),
                with(ASK, Map.of("YRD_LEAD_ID", "5", "YRD_ASKED", "inform", "YRD_REPLY_DUE", "")),
                ASK,
                with(REPLY, Map.of("YRD_ASKER", "310000")),
                with(REPLY, Map.of("YRD_LEAD_STATE", "open", "YRD_VERSION", "2")),
                with(REPLY, Map.of("YRD_RESULT", "", "YRD_ANSWERED_ON", "", "YRD_VERSION", "3")),
                with(REPLY, Map.of("YRD_LEAD_ID", "KS-9"))));
    assertEquals(Verdict.ACCEPTED_WITH_WARNINGS, reading.verdict());
    assertEquals(
        List.of(
            "B4 LEAD_FIELD_MISSING ",
            "G4 LEAD_VALUE_WRONG 昆山",
            "F5 LEAD_FIELD_MISSING ",
            "E5 LEAD_VALUE_WRONG 0",
            "H6 LEAD_VALUE_WRONG 2024-02-30",
            "A7 LEAD_VALUE_WRONG 330000",
            "B9 REPEATED_LINE ",
            "A10 LEAD_VALUE_WRONG 310000",
            "S11 LEAD_VALUE_WRONG open",
            "U12 LEAD_FIELD_MISSING ",
            "T12 LEAD_FIELD_MISSING ",
            "B13 LEAD_UNKNOWN KS-9"),
        reading.findings().stream()
            .map(finding -> finding.cell() + " " + finding.code() + " " + finding.verbatim())
            .toList());
    assertEquals(
        "B13 线索编号（提出方自编）：本方没有向你方发出编号为“KS-9”的线索，该行退回。请核对线索编号，编号应与我方所发的完全一致。",
        reading.findings().get(11).message());
    assertEquals(LocalDate.of(2024, 6, 20), reading.period().orElseThrow().start());
  }

  private static List<String> codes(FormReading reading) {
    return reading.findings().stream().map(Finding::code).distinct().toList();
  }

  private static Map<String, String> with(Map<String, String> row, Map<String, String> changes) {
    Map<String, String> changed = new HashMap<>(row);
    changed.putAll(changes);
    return changed;
  }

  private FormReading judged(List<Map<String, String>> rows) {
    LeadJudge judge = new LeadJudge(folder, DEFINITIONS, PROFILE, DEFINITIONS.checks()::finding);
    LeadContext context =
        new LeadContext("310000", "320000", Optional.of("310000"), Set.of("KS-1"));
    try (LeadRecords records =
        judge.judge(
            sink -> {
              for (int row = 0; row < rows.size(); row++) {
                Map<String, String> texts = rows.get(row);
                sink.row(
                    row + 2,
                    PROFILE.header().stream().map(code -> texts.getOrDefault(code, "")).toList());
              }
            },
            context)) {
      return records.reading();
    }
  }
}
