package xinglin.schemas.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Value;

/**
 * DATE_IMPOSSIBLE between the dates of one register line, or against the day of receipt.
 *
 * @param column the date that is checked
 * @param notBefore a date of the same line that cannot be later; empty to check against the day of
 *     receipt
 */
record DateCheck(String column, Optional<String> notBefore) implements FormCheck {

  @Override
  public List<Issue> run(CheckInput input) {
    List<Issue> issues = new ArrayList<>();
    for (RegisterLine line : input.lines()) {
      Optional<LocalDate> date = date(line, column);
      if (date.isPresent()) {
        (notBefore.isPresent()
                ? order(line, date.get(), notBefore.get(), input)
                : receipt(line, date.get(), input))
            .ifPresent(issues::add);
      }
    }
    return issues;
  }

  private Optional<Issue> order(
      RegisterLine line, LocalDate date, String earlier, CheckInput input) {
    return date(line, earlier)
        .filter(date::isBefore)
        .map(
            first ->
                issue(line, input)
                    .with("reason", "早于“" + input.label(earlier) + "”" + first)
                    .with("reason_en", "before \"" + input.label(earlier) + "\" " + first));
  }

  private Optional<Issue> receipt(RegisterLine line, LocalDate date, CheckInput input) {
    return input
        .receivedOn()
        .filter(date::isAfter)
        .map(
            day ->
                issue(line, input)
                    .with("reason", "晚于收到日期 " + day)
                    .with("reason_en", "after the day of receipt " + day));
  }

  private Issue issue(RegisterLine line, CheckInput input) {
    return Datum.of(line, column, Objects.requireNonNull(line.values().get(column)))
        .issue("DATE_IMPOSSIBLE", input);
  }

  private static Optional<LocalDate> date(RegisterLine line, String name) {
    return Optional.ofNullable(line.values().get(name)).flatMap(Value::date);
  }
}
