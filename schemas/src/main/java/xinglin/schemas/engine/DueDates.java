package xinglin.schemas.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.WorkCalendar;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.value.Period;

/** Tells until when a form was due. */
final class DueDates {
  private final Divisions divisions;
  private final WorkCalendar calendar;

  DueDates(Divisions divisions, WorkCalendar calendar) {
    this.divisions = divisions;
    this.calendar = calendar;
  }

  /**
   * Last day of the term; empty where the campaign does not expect this form from this reporter for
   * this period.
   */
  Optional<LocalDate> find(
      Campaign campaign, String formId, Optional<Reporter> reporter, Optional<Period> period) {
    for (Expectation expectation : campaign.expectations()) {
      if (!expectation.formId().equals(formId) || reporter.isEmpty()) {
        continue;
      }
      for (Period expected : expectation.periods()) {
        boolean covered = period.map(actual -> expected.contains(actual.end())).orElse(false);
        if ((expectation.periods().size() == 1 || covered)
            && isExpectedFrom(expectation, reporter.get().code(), expected)) {
          return Optional.of(expectation.deadline().dueOn(expected.end(), calendar));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Last day of the term by the code of the reporter, asking every campaign that uses the form;
   * empty unless exactly one day is meant.
   */
  Optional<LocalDate> find(
      Campaigns campaigns, String formId, Optional<String> reporterCode, Optional<Period> period) {
    Optional<Reporter> reporter =
        reporterCode.map(code -> new Reporter(code, code, Reporter.Source.STATED));
    List<LocalDate> days =
        campaigns.using(formId).stream()
            .filter(campaign -> period.map(campaign::covers).orElse(true))
            .flatMap(campaign -> find(campaign, formId, reporter, period).stream())
            .distinct()
            .toList();
    return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
  }

  private boolean isExpectedFrom(Expectation expectation, String code, Period period) {
    return expectation.reporters(divisions, period).stream()
        .anyMatch(division -> division.code().equals(code));
  }
}
