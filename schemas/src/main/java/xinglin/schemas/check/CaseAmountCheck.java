package xinglin.schemas.check;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.value.State;

/**
 * AMOUNT_WITHOUT_CASES or CASES_WITHOUT_AMOUNT: one is there, and the other is said to be none. A
 * blank says nothing.
 *
 * @param code which of the two
 * @param present the figure that is there
 * @param absent the figure that is none
 * @param prefix of the arguments that name the absent one: cases or amount
 */
record CaseAmountCheck(String code, String present, String absent, String prefix)
    implements FormCheck {

  @Override
  public List<Issue> run(CheckInput input) {
    CheckInput.Rows rows = input.rows();
    return input.data(present).stream()
        .filter(datum -> !datum.total())
        .flatMap(datum -> check(datum, rows, input).stream())
        .toList();
  }

  private Optional<Issue> check(Datum datum, CheckInput.Rows rows, CheckInput input) {
    if (datum.value().number().filter(number -> number.signum() > 0).isEmpty()) {
      return Optional.empty();
    }
    return rows.beside(datum, absent)
        .filter(Datum::isNone)
        .map(
            other ->
                datum
                    .issue(code, input)
                    .with(prefix + "_label", input.label(absent))
                    .with(
                        prefix + "_place",
                        other.sheet().isEmpty() ? other.cell() : other.sheet() + "!" + other.cell())
                    .with(
                        prefix,
                        other.value().state() == State.NOT_APPLICABLE
                            ? "“" + other.value().verbatim() + "”"
                            : other.value().verbatim()));
  }
}
