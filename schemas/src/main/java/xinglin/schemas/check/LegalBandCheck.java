package xinglin.schemas.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.rule.Rule;
import xinglin.schemas.rule.RuleVersion;
import xinglin.schemas.value.Period;

/**
 * FINE_OUTSIDE_LEGAL_BAND for sums over several cases: only what no law in force during the period
 * can explain. Which law was applied to which case is unknown, so the widest band of all counts,
 * and the gain may lie in any one case.
 *
 * @param gain confiscated gains of the same row, which raise the ceiling; empty if the form has
 *     none
 * @param rules the laws that cases of this form fall under
 */
record LegalBandCheck(String amount, String cases, Optional<String> gain, List<Rule> rules)
    implements FormCheck {

  LegalBandCheck {
    rules = List.copyOf(rules);
  }

  @Override
  public List<Issue> run(CheckInput input) {
    CheckInput.Rows rows = input.rows();
    return input.data(amount).stream()
        .filter(datum -> !datum.total() && datum.isExact() && !datum.isNone())
        .flatMap(datum -> check(datum, rows, input).stream())
        .toList();
  }

  private Optional<Issue> check(Datum fine, CheckInput.Rows rows, CheckInput input) {
    Optional<Datum> count =
        rows.beside(fine, cases)
            .filter(datum -> datum.isExact() && datum.value().number().orElseThrow().signum() > 0);
    Optional<Period> period = fine.group().period().or(input::period);
    Optional<Datum> gains = gain.flatMap(name -> rows.beside(fine, name));
    if (count.isEmpty()
        || period.isEmpty()
        || gains.filter(datum -> !datum.isExact() && !datum.isNone()).isPresent()) {
      return Optional.empty();
    }
    BigDecimal number = count.get().value().number().orElseThrow();
    BigDecimal gained = gains.flatMap(datum -> datum.value().number()).orElse(BigDecimal.ZERO);
    List<Limit> floors = limits(period.get(), version -> floor(version, number));
    List<Limit> ceilings = limits(period.get(), version -> ceiling(version, number, gained));
    BigDecimal sum = fine.value().number().orElseThrow();
    if (floors.isEmpty()) {
      return Optional.empty();
    }
    Limit least = pick(floors, (a, b) -> a.yuan().compareTo(b.yuan()) <= 0 ? a : b);
    Limit most = pick(ceilings, (a, b) -> a.yuan().compareTo(b.yuan()) >= 0 ? a : b);
    if (sum.compareTo(least.yuan()) < 0) {
      return Optional.of(
          issue(fine, count.get(), least, "低于法定最低额", "below the legal minimum of", input));
    }
    return gain.isPresent() && gains.isPresent() && sum.compareTo(most.yuan()) > 0
        ? Optional.of(
            issue(fine, count.get(), most, "高于法定最高额", "above the legal maximum of", input))
        : Optional.empty();
  }

  private record Limit(BigDecimal yuan, RuleVersion version) {}

  private interface Bound {
    BigDecimal of(RuleVersion version);
  }

  private List<Limit> limits(Period period, Bound bound) {
    Stream<RuleVersion> versions = rules.stream().flatMap(rule -> rule.during(period).stream());
    return versions.map(version -> new Limit(bound.of(version), version)).toList();
  }

  private static Limit pick(List<Limit> limits, BinaryOperator<Limit> better) {
    return limits.stream().reduce(better).orElseThrow();
  }

  /** Zero where the law knows no least fine. */
  private static BigDecimal floor(RuleVersion version, BigDecimal number) {
    BigDecimal perCase =
        version
            .find("gain_times_least")
            .map(times -> times.multiply(version.get("gain_counts_at_least_yuan")))
            .or(() -> version.find("least_yuan"))
            .orElse(BigDecimal.ZERO);
    return perCase.multiply(number);
  }

  private static BigDecimal ceiling(RuleVersion version, BigDecimal number, BigDecimal gained) {
    return version
        .find("gain_times_most")
        .map(
            times ->
                times.multiply(
                    gained.add(version.get("gain_counts_at_least_yuan").multiply(number))))
        .or(() -> version.find("most_yuan").map(number::multiply))
        .orElseThrow(
            () -> new IllegalStateException("Cannot find a ceiling in " + version.law().zh()));
  }

  private Issue issue(
      Datum fine, Datum count, Limit limit, String side, String sideEn, CheckInput input) {
    BigDecimal number = count.value().number().orElseThrow();
    BigDecimal average =
        fine.value().number().orElseThrow().divide(number, 6, RoundingMode.HALF_UP);
    return fine.issue("FINE_OUTSIDE_LEGAL_BAND", input)
        .with("cases", Datum.plain(number))
        .with("cases_unit", count.unit())
        .with("average", fine.asSentWithUnit(average))
        .with("side", side)
        .with("side_en", sideEn)
        .with("limit", fine.asSentWithUnit(limit.yuan().divide(number, 6, RoundingMode.HALF_UP)))
        .with("law", limit.version().law().zh())
        .with("law_en", limit.version().law().en());
  }
}
