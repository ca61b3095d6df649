package xinglin.schemas.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.rule.Rules;
import xinglin.schemas.value.Period;

class FormChecksTest {
  private static final String CHECKS =
      """
      - {check: TOTAL_MISMATCH}
      - {check: PART_EXCEEDS_WHOLE, part: confiscation_cases, whole: penalised_units}
      - {check: PART_EXCEEDS_WHOLE, part: fine_cases, whole: penalised_units}
      - {check: PART_EXCEEDS_WHOLE, part: court_judgments, whole: referred_cases, over: total}
      - {check: UNIT_SUSPECT, amount: fine_amount, cases: fine_cases, limits: plausible-fine}
      - {check: UNIT_SUSPECT, amount: confiscated_amount, cases: confiscation_cases, beside: fine_amount, limits: plausible-confiscation}
      - {check: AMOUNT_WITHOUT_CASES, amount: confiscated_amount, cases: confiscation_cases}
      - {check: CASES_WITHOUT_AMOUNT, cases: confiscation_cases, amount: confiscated_amount}
      - {check: AMOUNT_WITHOUT_CASES, amount: fine_amount, cases: fine_cases}
      - {check: CASES_WITHOUT_AMOUNT, cases: fine_cases, amount: fine_amount}
      - check: FINE_OUTSIDE_LEGAL_BAND
        amount: fine_amount
        cases: fine_cases
        gain: confiscated_amount
        rules: [unlicensed-institution, unlicensed-practitioner]
      """;
  private static final String GULOU =
      """
      41|3|3|2.05488|3|16.2|5|0|0|0
      68|0|0|0|0|0|3|0|0|0
      25|4|0|0|3|15|4|0|0|0
      84|2|1|0.434|2|16.15|5|0|0|0
      70|5|0|0|5|33.8|6|1|1|1
      288|14|4|2.48888|13|81.15|23|1|1|1
      """;
  private final SummaryForm form = SummaryForm.jiangsu();
  private final FormChecks checks = parse(CHECKS, form.labels().keySet());

  static FormChecks parse(String yaml, Set<String> names) {
    Problems problems = new Problems();
    Rules rules = Rules.load(DefinitionFiles.load(Optional.empty()), problems);
    FormChecks checks =
        FormChecks.parse(
            "x",
            DefinitionFiles.parse("forms/x.yaml", yaml, problems).orElseThrow().items(),
            names,
            rules,
            Declared.catalogue());
    problems.check();
    return checks;
  }

  private List<String> found(String table) {
    return found(form.read(table));
  }

  private List<String> found(CheckInput input) {
    return checks.run(input).stream()
        .map(
            issue ->
                issue.code()
                    + " "
                    + issue.cell()
                    + (issue.expected().isEmpty() ? "" : " " + issue.expected()))
        .toList();
  }

  /**
   * As sent by counties whose forms were in order; 新沂市's first one is full of odd notation and
   * still adds up.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        GULOU,
        """
        36|3|2|1.211|3|16.5|6|1|0|1
        74|4|0|0|4|20.3|4|0|0|0
        120|0|0|0|0|0|0|0|0|0
        72|0|0|0|0|0|3|0|0|0
        130|5|3|0.99808|4|28.5|5|1|1|1
        432|12|5|2.20908|11|65.3|18|2|1|2
        """,
        """
        101|2|1|0.434|2|16|3|0|0|0
        45|1|0|0|1|11|3|0|0|0
        53|3|1|0.342|2|10.15|6|0|0|0
        47|1|1|1.3988|1|7.5|4|0|0|0
        122|3|2|0.70108|3|24.7|4|1|1|1
        368|10|5|2.87588|9|69.35|20|1|1|1
        """,
        """
        94|5|1|0.053|5|32.2|6|1|1|1
        43|1|1|0.086|1|11|2|0|0|0
        125|1|0|0|1|6.2|3|0|0|0
        126|4|0|0|4|27.5|4|1|0|1
        73|3|2|0.52|2|10.15|6|1|1|1
        461|14|4|0.659|13|87.05|21|3|2|3
        """,
        """
        47|3|1|0.52|3|15.0|4|1|0|1
        122|—|—|—|—|—|5|1|0|1
        20余|/|/|/|0|0.00|6|0|0|0
        62|无|无|无|无|无|3|0|0|0
        约30|||||| 7|0|0|0
        281余|3|1|0.52|3|15|25|2|0|2
        """,
        """
        130|2|0|0|1|5|2|1|0|1
        73|1|1|0.2804|1|7.5|3|0|0|0
        62|4|3|2.684|3|17.5|7|1|0|1
        109|4|2|0.395|4|24.9|5|1|0|1
        137|3|2|0.70108|2|10|6|1|1|1
        511|14|8|4.06048|11|64.9|23|4|1|4
        """
      })
  void findsNothingInFormsThatAreInOrder(String table) {
    assertEquals(List.of(), found(table));
  }

  @Test
  void saysWhatTheTotalShouldBe() {
    assertEquals(List.of("TOTAL_MISMATCH G11 81.15"), found(GULOU.replace("|81.15|", "|83|")));
  }

  @Test
  void aTotalMayBeRoundedAtItsLastDecimalButNotToWholeUnits() {
    assertEquals(List.of(), found(GULOU.replace("|81.15|", "|81.2|")));
    assertEquals(List.of("TOTAL_MISMATCH G11 81.15"), found(GULOU.replace("|81.15|", "|81|")));
    assertEquals(List.of("TOTAL_MISMATCH G11 81.15"), found(GULOU.replace("|81.15|", "|81.3|")));
  }

  @Test
  void blankAndApproximatePartsLeaveRoomButNotAnyRoom() {
    assertEquals(List.of(), found(GULOU.replace("41|3|3", "|3|3")));
    assertEquals(List.of("TOTAL_MISMATCH B11 ≥297"), found(GULOU.replace("41|3|3", "50余|3|3")));
    assertEquals(List.of(), found(GULOU.replace("41|3|3", "约45|3|3")));
    assertEquals(
        List.of("TOTAL_MISMATCH B11 307.8–338.2"), found(GULOU.replace("41|3|3", "约76|3|3")));
  }

  @Test
  void aPartExceedsItsWholeInTheRowNotInTheTotalAgain() {
    assertEquals(
        List.of("PART_EXCEEDS_WHOLE F8 ≤4"),
        found(
            GULOU.replace("25|4|0|0|3|15|", "25|4|0|0|5|25|").replace("|13|81.15|", "|15|91.15|")));
  }

  @Test
  void judgmentsMayStandInAnotherRowThanTheirReferral() {
    String moved =
        GULOU
            .replace("70|5|0|0|5|33.8|6|1|1|1", "70|5|0|0|5|33.8|6|1|0|1")
            .replace("84|2|1|0.434|2|16.15|5|0|0|0", "84|2|1|0.434|2|16.15|5|0|1|0");
    assertEquals(List.of(), found(moved));
    assertEquals(
        List.of("PART_EXCEEDS_WHOLE J11 ≤1"),
        found(
            GULOU
                .replace("70|5|0|0|5|33.8|6|1|1|1", "70|5|0|0|5|33.8|6|1|2|1")
                .replace("|23|1|1|1", "|23|1|2|1")));
  }

  @Test
  void amountsTypedInYuanUnderWan() {
    assertEquals(
        List.of(
            "UNIT_SUSPECT G6 32.2",
            "UNIT_SUSPECT G7 11",
            "UNIT_SUSPECT G8 6.2",
            "UNIT_SUSPECT G9 27.5",
            "UNIT_SUSPECT G10 10.15",
            "UNIT_SUSPECT E6 0.053",
            "UNIT_SUSPECT E7 0.086",
            "UNIT_SUSPECT E10 0.52"),
        found(
            """
            94|5|1|530|5|322000|6|1|1|1
            43|1|1|860|1|110000|2|0|0|0
            125|1|0|0|1|62000|3|0|0|0
            126|4|0|0|4|275000|4|1|0|1
            73|3|2|5200|2|101500|6|1|1|1
            461|14|4|6590|13|870500|21|3|2|3
            """));
  }

  @Test
  void aLargeGainStandsIfTheFineIsAMultipleOfIt() {
    String large = "41|1|1|150|1|750|5|0|0|0";
    assertEquals(List.of(), found(large));
    assertEquals(List.of("UNIT_SUSPECT E6 0.015"), found("41|1|1|150|1|7.5|5|0|0|0"));
  }

  @Test
  void amountsAndCasesWithoutEachOther() {
    assertEquals(List.of("AMOUNT_WITHOUT_CASES E6"), found("41|3|0|2.05488|3|16.2|5|0|0|0"));
    assertEquals(List.of("CASES_WITHOUT_AMOUNT F6"), found("41|3|0|0|3|—|5|0|0|0"));
    assertEquals(List.of(), found("41|3|0|0|3||5|0|0|0"));
  }

  @Test
  void onlyWhatNoLawInForceCanExplainIsOutsideTheBand() {
    String low = "41|3|0|0|3|4.5|5|0|0|0";
    String high = "41|3|0|0|3|61|5|0|0|0";
    assertEquals(List.of("FINE_OUTSIDE_LEGAL_BAND G6"), found(low));
    assertEquals(List.of("FINE_OUTSIDE_LEGAL_BAND G6"), found(high));
    Period before = new Period(LocalDate.of(2019, 4, 1), LocalDate.of(2019, 7, 31));
    Period across = new Period(LocalDate.of(2020, 5, 1), LocalDate.of(2020, 7, 31));
    assertEquals(List.of(), found(form.during(before).read(low)));
    assertEquals(
        List.of("FINE_OUTSIDE_LEGAL_BAND G6"),
        found(form.during(before).read("41|3|0|0|3|31|5|0|0|0")));
    assertEquals(List.of(), found(form.during(across).read("41|3|0|0|3|31|5|0|0|0")));
  }

  @Test
  void noNegativeFiguresAndNoFractionsOfCounts() {
    assertEquals(List.of("NEGATIVE_COUNT B6"), found("-1|0|0|0|0|0|0|0|0|0"));
    assertEquals(List.of("FRACTIONAL_COUNT K6"), found("1|0|0|0|0|0|0|0|0|0.5"));
  }

  @Test
  void lateAndOutsideTheCampaign() {
    Period campaign = new Period(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 10, 31));
    CheckInput input =
        form.read(GULOU)
            .within(Optional.of(campaign))
            .received(
                Optional.of(LocalDate.of(2024, 8, 12)), Optional.of(LocalDate.of(2024, 8, 9)));
    assertEquals(
        Set.of("LATE", "PERIOD_OUTSIDE_CAMPAIGN"),
        checks.run(input).stream().map(issue -> issue.code()).collect(Collectors.toSet()));
  }

  @Test
  void mistakesOfAFormAreReportedWithTheirLine() {
    Problems problems = new Problems();
    Rules rules = Rules.load(DefinitionFiles.load(Optional.empty()), problems);
    String yaml =
        """
        - {check: PART_EXCEEDS_WHOLE, part: fine_case, whole: penalised_units}
        - {check: UNIT_SUSPECTED}
        - {check: FINE_OUTSIDE_LEGAL_BAND, amount: fine_amount, cases: fine_cases, rules: [unlicensed-institutions]}
        """;
    FormChecks.parse(
        "x",
        DefinitionFiles.parse("forms/x.yaml", yaml, problems).orElseThrow().items(),
        form.labels().keySet(),
        rules,
        Declared.catalogue());
    assertEquals(
        List.of(
            "forms/x.yaml:1: \"fine_case\" is no measure or column of this form, did you mean \"fine_cases\"?",
            "forms/x.yaml:2: check \"UNIT_SUSPECTED\" cannot be declared by a form, did you mean \"UNIT_SUSPECT\"?",
            "forms/x.yaml:3: there is no rule \"unlicensed-institutions\", did you mean \"unlicensed-institution\"?"),
        problems.list().stream().map(Object::toString).toList());
  }
}
