package xinglin.schemas.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.rule.RuleVersion;

/**
 * TOTAL_MISMATCH: every total against the parts of the same measure. Approximate, blank and
 * unreadable parts leave room, and only a total that nothing in this room explains is wrong. Texts
 * are not summed.
 *
 * @param measures measures to check; empty for all of the form
 * @param tolerance rule {@code plausible-figures}
 */
record TotalCheck(Set<String> measures, RuleVersion tolerance) implements FormCheck {
  private static final Pattern DECIMALS = Pattern.compile("[.．]\\s*([0-9０-９]+)");

  TotalCheck {
    measures = Set.copyOf(measures);
  }

  @Override
  public List<Issue> run(CheckInput input) {
    Set<String> names =
        input.figures().stream()
            .filter(figure -> figure.role() == Figure.Role.TOTAL)
            .map(Figure::measureId)
            .filter(name -> measures.isEmpty() || measures.contains(name))
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    List<Issue> issues = new ArrayList<>();
    for (String name : names) {
      List<Datum> data = input.data(name);
      Map<Datum.Group, List<Datum>> partsOf = new HashMap<>();
      for (Datum total :
          data.stream()
              .filter(Datum::total)
              .filter(datum -> datum.value().number().isPresent())
              .toList()) {
        List<Datum> parts =
            partsOf.computeIfAbsent(
                total.group(),
                group ->
                    data.stream()
                        .filter(datum -> !datum.total() && isPartOf(datum.group(), group))
                        .toList());
        compare(total, parts, input).ifPresent(issues::add);
      }
    }
    return issues;
  }

  /**
   * A part has the total's division, category and days, or finer ones where the total is over all
   * of them.
   */
  private static boolean isPartOf(Datum.Group part, Datum.Group total) {
    return (total.period().isEmpty() || part.period().equals(total.period()))
        && (total.division().isEmpty() || total.division().equals(part.division()))
        && (total.category().equals("all") || total.category().equals(part.category()));
  }

  private Optional<Issue> compare(Datum total, List<Datum> parts, CheckInput input) {
    if (parts.isEmpty()
        || parts.stream()
            .anyMatch(part -> part.value().text().isPresent() && part.value().number().isEmpty())) {
      return Optional.empty();
    }
    BigDecimal about = tolerance.get("about_percent");
    Interval sum =
        parts.stream()
            .map(part -> Interval.of(part.value(), about))
            .reduce(Interval.ZERO, Interval::plus);
    Interval stated = Interval.of(total.value(), about).widened(rounding(total));
    return stated.meets(sum)
        ? Optional.empty()
        : Optional.of(total.issue("TOTAL_MISMATCH", input).expecting(sum.text(total::asSent)));
  }

  /** Half of the last decimal of an amount: 81.2 may stand for 81.15. */
  private BigDecimal rounding(Datum total) {
    Matcher matcher = DECIMALS.matcher(total.value().verbatim());
    int decimals = total.isMoney() && matcher.find() ? matcher.group(1).length() : 0;
    return decimals == 0 || decimals < tolerance.get("total_decimals_least").intValue()
        ? BigDecimal.ZERO
        : total.scale().multiply(BigDecimal.valueOf(5, decimals + 1));
  }
}
