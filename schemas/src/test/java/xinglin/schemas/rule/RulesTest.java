package xinglin.schemas.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.value.Period;

/** Law by date. */
class RulesTest {
  @TempDir Path home;

  private static Rules load(Optional<Path> overlay, Problems problems) {
    return Rules.load(DefinitionFiles.load(overlay), problems);
  }

  private static String law(String rule, String day) {
    Problems problems = new Problems();
    Rules rules = load(Optional.empty(), problems);
    problems.check();
    return rules.get(rule).on(LocalDate.parse(day)).map(version -> version.law().zh()).orElse("-");
  }

  @Test
  void eachDayHasTheLawThatWasInForce() {
    assertEquals("医疗机构管理条例第四十四条", law("unlicensed-institution", "2020-05-31"));
    assertEquals("基本医疗卫生与健康促进法第九十九条", law("unlicensed-institution", "2020-06-01"));
    assertEquals("执业医师法第三十九条", law("unlicensed-practitioner", "2022-02-28"));
    assertEquals("医师法第五十九条", law("unlicensed-practitioner", "2022-03-01"));
    assertEquals("失信行为纠正后的信用信息修复管理办法（试行）", law("penalty-display", "2026-03-31"));
    assertEquals("信用修复管理办法", law("penalty-display", "2026-04-01"));
    assertEquals("-", law("penalty-display", "2019-06-30"));
  }

  @Test
  void aPeriodMayHaveSeenTwoLaws() {
    Problems problems = new Problems();
    Rule rule = load(Optional.empty(), problems).get("unlicensed-institution");
    Period spring = new Period(LocalDate.of(2020, 5, 1), LocalDate.of(2020, 7, 31));
    assertEquals(2, rule.during(spring).size());
    assertEquals(new BigDecimal("10000"), rule.during(spring).get(0).get("most_yuan"));
    assertEquals(new BigDecimal("20"), rule.during(spring).get(1).get("gain_times_most"));
  }

  @Test
  void mistakesHaveFileAndLine() throws IOException {
    Files.createDirectories(home.resolve("rules"));
    Files.writeString(
        home.resolve("rules/late-fee.yaml"),
        """
        rule: late-fees
        title: {zh: 滞纳金, en: Late fee}
        versions:
          - valid_from: 2020-01-01
            law: {zh: 甲, en: A}
            source: 甲
            values: {percent: three}
          - valid_from: 2021-13-01
            valid_to: 2019-01-01
            law: {zh: 乙, en: B}
            source: 乙
        """);
    Problems problems = new Problems();
    load(Optional.of(home), problems);
    assertEquals(
        List.of(
            "config/rules/late-fee.yaml:1: rule late-fees belongs in rules/late-fees.yaml",
            "config/rules/late-fee.yaml:7: \"percent\" must be a number, not \"three\"",
            "config/rules/late-fee.yaml:8: \"2021-13-01\" is not a date like 2020-06-01"),
        problems.list().stream().map(Object::toString).toList());
  }
}
