package xinglin.schemas.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Value;

/** Checks on the lines of a register. */
class LineChecksTest {
  private static final Set<String> COLUMNS =
      Set.of("serial", "found_on", "closed_on", "found_sites", "remaining_sites");
  private static final FormChecks CHECKS =
      FormChecksTest.parse(
          """
          - {check: DUPLICATE_LINE, thing: 风险点, thing_en: risk point, ignore: [serial]}
          - {check: DATE_IMPOSSIBLE, date: closed_on, not_before: found_on}
          - {check: DATE_IMPOSSIBLE, date: found_on, not_after: receipt}
          - {check: PART_EXCEEDS_WHOLE, part: remaining_sites, whole: found_sites}
          """,
          COLUMNS);

  private static RegisterLine line(int ordinal, String key, Map<String, Value> values) {
    return new RegisterLine(
        "risk_point",
        key,
        ordinal,
        "台账",
        "A" + (ordinal + 2),
        values,
        Map.of("closed_on", "I" + (ordinal + 2), "remaining_sites", "D" + (ordinal + 2)));
  }

  private static Value date(String text, LocalDate date) {
    return Value.ofDate(text, date);
  }

  private static Value number(int number) {
    return Value.ofNumber("" + number, BigDecimal.valueOf(number), Optional.empty());
  }

  private static List<String> found(List<RegisterLine> lines) {
    CheckInput input =
        new CheckInput(
            "risk-point-register",
            new xinglin.schemas.finding.Wording("风险点台账", "form"),
            "台账",
            Optional.empty(),
            Optional.empty(),
            Map.of("found_on", "发现日期"),
            List.of(),
            lines,
            Optional.empty(),
            Optional.of(LocalDate.of(2024, 1, 5)),
            Optional.empty());
    return CHECKS.run(input).stream()
        .map(issue -> issue.code() + " " + issue.cell() + differs(issue))
        .toList();
  }

  private static String differs(Issue issue) {
    return issue.arguments().getOrDefault("differs", "").isEmpty()
        ? ""
        : " " + issue.arguments().get("differs");
  }

  @Test
  void theSameLineInAnotherNotationIsRepeatedAndAnotherOneContradicts() {
    LocalDate july = LocalDate.of(2020, 7, 3);
    RegisterLine first =
        line(0, "k", Map.of("serial", number(1), "found_on", date("2020-07-03", july)));
    RegisterLine again =
        line(1, "k", Map.of("serial", number(2), "found_on", date("2020年7月3日", july)));
    RegisterLine other =
        line(2, "k", Map.of("serial", number(3), "found_on", date("2020-07-04", july.plusDays(1))));
    RegisterLine without = line(3, "", Map.of("serial", number(4)));
    assertEquals(
        List.of("REPEATED_LINE A3", "DUPLICATE_LINE A4 发现日期"),
        found(List.of(first, again, other, without, without)));
  }

  @Test
  void datesInTheirOrder() {
    LocalDate day = LocalDate.of(2020, 12, 31);
    assertEquals(
        List.of(),
        found(
            List.of(line(0, "a", Map.of("found_on", date("", day), "closed_on", date("", day))))));
    assertEquals(
        List.of("DATE_IMPOSSIBLE I2"),
        found(
            List.of(
                line(
                    0,
                    "a",
                    Map.of("found_on", date("", day), "closed_on", date("", day.minusDays(1)))))));
    assertEquals(
        List.of("DATE_IMPOSSIBLE A2"),
        found(List.of(line(0, "a", Map.of("found_on", date("", LocalDate.of(2024, 1, 6)))))));
  }

  @Test
  void aPartAndItsWholeInOneLine() {
    RegisterLine fits =
        line(0, "a", Map.of("found_sites", number(4), "remaining_sites", number(4)));
    RegisterLine exceeds =
        line(1, "b", Map.of("found_sites", number(4), "remaining_sites", number(5)));
    assertEquals(List.of("PART_EXCEEDS_WHOLE D3"), found(List.of(fits, exceeds)));
  }

  @Test
  void aLongRegisterTakesSecondsNotHours() {
    List<RegisterLine> lines = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      lines.add(line(i, "k" + i, Map.of("found_sites", number(4), "remaining_sites", number(3))));
    }
    assertTimeout(Duration.ofSeconds(60), () -> assertEquals(List.of(), found(lines)));
  }
}
