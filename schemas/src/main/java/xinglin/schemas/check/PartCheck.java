package xinglin.schemas.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.rule.RuleVersion;

/**
 * PART_EXCEEDS_WHOLE: a figure that is part of another cannot be more. Approximate figures leave
 * room.
 *
 * @param over compare row by row, or only all rows together: a judgment may fall in another row
 *     than its referral
 * @param tolerance rule {@code plausible-figures}
 */
record PartCheck(String part, String whole, Over over, RuleVersion tolerance) implements FormCheck {

  enum Over {
    ROW,
    TOTAL
  }

  @Override
  public List<Issue> run(CheckInput input) {
    if (over == Over.TOTAL) {
      return total(input).stream().toList();
    }
    CheckInput.Rows form = input.rows();
    List<Issue> rows = new ArrayList<>();
    List<Issue> totals = new ArrayList<>();
    for (Datum datum : input.data(part)) {
      form.beside(datum, whole)
          .filter(other -> interval(datum).above(interval(other)))
          .map(
              other ->
                  issue(datum, other, datum.value().verbatim(), other.value().verbatim(), input))
          .ifPresent((datum.total() ? totals : rows)::add);
    }
    return rows.isEmpty() ? totals : rows;
  }

  private Optional<Issue> total(CheckInput input) {
    List<Datum> parts = input.data(part);
    List<Datum> wholes = input.data(whole);
    if (parts.isEmpty() || wholes.isEmpty()) {
      return Optional.empty();
    }
    Interval partSum = sum(parts);
    Interval wholeSum = sum(wholes);
    if (!partSum.above(wholeSum)) {
      return Optional.empty();
    }
    Datum at = place(parts);
    Datum other = place(wholes);
    return Optional.of(
        issue(at, other, partSum.text(at::asSent), wholeSum.text(other::asSent), input));
  }

  /** The parts and not the stated total: a wrong total has a finding of its own. */
  private Interval sum(List<Datum> data) {
    List<Datum> parts = data.stream().filter(datum -> !datum.total()).toList();
    return (parts.isEmpty() ? data : parts)
        .stream().map(this::interval).reduce(Interval.ZERO, Interval::plus);
  }

  /** The total's cell, else the last row's. */
  private static Datum place(List<Datum> data) {
    return data.stream().filter(Datum::total).findFirst().orElse(data.get(data.size() - 1));
  }

  private Interval interval(Datum datum) {
    BigDecimal about = tolerance.get("about_percent");
    return Interval.of(datum.value(), about);
  }

  private static Issue issue(Datum part, Datum whole, String sent, String limit, CheckInput input) {
    return part.issue("PART_EXCEEDS_WHOLE", input)
        .sent(sent)
        .expecting("≤" + limit)
        .with("whole_label", input.label(whole.name()))
        .with("whole", limit.isBlank() ? "0" : limit)
        .with(
            "whole_place",
            whole.sheet().isEmpty() ? whole.cell() : whole.sheet() + "!" + whole.cell());
  }
}
