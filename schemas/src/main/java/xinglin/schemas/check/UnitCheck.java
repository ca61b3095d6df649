package xinglin.schemas.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.rule.RuleVersion;

/**
 * UNIT_SUSPECT: an amount whose average per case is absurd in the unit of the header and ordinary
 * in the other one.
 *
 * @param cases how many cases the amount is for
 * @param beside an amount that vouches for this one when it is large as well and not suspect
 *     itself, as a fine does for a gain
 * @param limits a rule such as {@code plausible-fine}
 */
record UnitCheck(String amount, String cases, Optional<String> beside, RuleVersion limits)
    implements FormCheck {
  private static final BigDecimal WAN = new BigDecimal(10_000);

  @Override
  public List<Issue> run(CheckInput input) {
    CheckInput.Rows form = input.rows();
    List<Issue> rows = new ArrayList<>();
    List<Issue> totals = new ArrayList<>();
    for (Datum datum : input.data(amount)) {
      check(datum, form, input).ifPresent((datum.total() ? totals : rows)::add);
    }
    return rows.isEmpty() ? totals : rows;
  }

  private Optional<Issue> check(Datum datum, CheckInput.Rows form, CheckInput input) {
    Optional<Datum> count = form.beside(datum, cases).filter(found -> positive(found).isPresent());
    Optional<BigDecimal> sum = positive(datum);
    if (count.isEmpty() || sum.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal number = positive(count.get()).orElseThrow();
    BigDecimal average = sum.get().divide(number, 6, RoundingMode.HALF_UP);
    return likelyUnit(datum, average)
        .filter(unit -> datum.scale().compareTo(WAN) < 0 || !vouched(datum, number, form))
        .map(
            unit ->
                datum
                    .issue("UNIT_SUSPECT", input)
                    .expecting(Datum.plain(meant(datum, unit)))
                    .with("unit", datum.value().unitAsSent().orElse(datum.unit()))
                    .with("likely_unit", unit)
                    .with("cases", Datum.plain(number))
                    .with("cases_unit", count.get().unit())
                    .with("average", datum.asSentWithUnit(average)));
  }

  private Optional<String> likelyUnit(Datum datum, BigDecimal average) {
    if (datum.scale().compareTo(WAN) >= 0) {
      BigDecimal asYuan = average.divide(datum.scale(), 6, RoundingMode.HALF_UP);
      if (!above(average, "suspect_above_yuan")) {
        return Optional.empty();
      }
      if (sensible(asYuan)) {
        return Optional.of("元");
      }
      // Under 亿元 the amounts may be in 万元.
      return datum.scale().compareTo(WAN) > 0 && sensible(asYuan.multiply(WAN))
          ? Optional.of("万元")
          : Optional.empty();
    }
    boolean tooSmall =
        datum.scale().signum() > 0 && average.compareTo(limits.get("suspect_below_yuan")) < 0;
    return tooSmall && sensible(average.multiply(WAN)) ? Optional.of("万元") : Optional.empty();
  }

  /** The amount in the unit of the header, had it been typed in the likely unit. */
  private static BigDecimal meant(Datum datum, String likelyUnit) {
    BigDecimal typed =
        datum.value().number().orElseThrow().divide(datum.scale(), 6, RoundingMode.HALF_UP);
    BigDecimal yuan = likelyUnit.equals("元") ? typed : typed.multiply(WAN);
    return yuan.divide(datum.scale(), 10, RoundingMode.HALF_UP);
  }

  private boolean sensible(BigDecimal yuan) {
    return yuan.compareTo(limits.get("sensible_least_yuan")) >= 0
        && !above(yuan, "sensible_most_yuan");
  }

  private boolean above(BigDecimal yuan, String limit) {
    return yuan.compareTo(limits.get(limit)) > 0;
  }

  private boolean vouched(Datum datum, BigDecimal number, CheckInput.Rows form) {
    Optional<BigDecimal> other =
        beside.flatMap(name -> form.beside(datum, name)).flatMap(UnitCheck::positive);
    return other.isPresent()
        && other
                .get()
                .compareTo(
                    limits.get("beside_times_least").multiply(datum.value().number().orElseThrow()))
            >= 0
        && !above(other.get().divide(number, 6, RoundingMode.HALF_UP), "beside_most_yuan");
  }

  private static Optional<BigDecimal> positive(Datum datum) {
    return datum.value().number().filter(number -> number.signum() > 0);
  }
}
