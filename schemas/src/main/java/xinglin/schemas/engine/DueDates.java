package xinglin.schemas.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.WorkCalendar;
import xinglin.schemas.value.Period;

/**
 * Tells until when a form was due: which expected report it is follows the same rules as the
 * published table {@code completeness}.
 */
final class DueDates {
  private final Divisions divisions;
  private final WorkCalendar calendar;

  DueDates(Divisions divisions, WorkCalendar calendar) {
    this.divisions = divisions;
    this.calendar = calendar;
  }

  /**
   * What arrived.
   *
   * @param documentKind which document it is; empty for tables, and where it is not known
   * @param receivedOn empty before it is sent
   * @param naming what its period says
   */
  record Arrived(
      String formId,
      Optional<String> documentKind,
      Optional<String> reporterCode,
      Optional<Period> period,
      Optional<LocalDate> receivedOn,
      Naming naming) {}

  /** How a form says which period it is for. */
  enum Naming {
    /** By its period. */
    PERIOD,
    /** By the end of its period: it has its lines from the first day on. */
    END,
    /** Not at all: it is for the last period that had ended when it arrived. */
    NONE
  }

  private record Candidate(Expectation expectation, Period period) {}

  /**
   * Last day of the term; empty where the campaign does not expect this form from this reporter for
   * this period, or several documents that may be meant on different days.
   */
  Optional<LocalDate> find(Campaign campaign, Arrived arrived) {
    Map<Optional<String>, List<Candidate>> documents =
        candidates(campaign, arrived).stream()
            .collect(Collectors.groupingBy(one -> one.expectation().what()));
    List<Optional<LocalDate>> days =
        documents.values().stream().map(meant -> best(meant, arrived)).distinct().toList();
    return days.size() == 1 ? days.get(0) : Optional.empty();
  }

  private Optional<LocalDate> best(List<Candidate> candidates, Arrived arrived) {
    boolean isKnown =
        arrived.receivedOn().isPresent()
            || candidates.size() == 1
            || candidates.stream().anyMatch(one -> !namesNone(arrived, one.period()));
    return candidates.stream()
        .filter(one -> isKnown)
        .min(order(arrived))
        .map(one -> one.expectation().deadline().dueOn(one.period().end(), calendar));
  }

  /**
   * Last day of the term, asking every campaign that uses the form; empty unless exactly one day is
   * meant.
   */
  Optional<LocalDate> find(Campaigns campaigns, Arrived arrived) {
    List<LocalDate> days =
        campaigns.using(arrived.formId()).stream()
            .filter(campaign -> arrived.period().map(campaign::covers).orElse(true))
            .flatMap(campaign -> find(campaign, arrived).stream())
            .distinct()
            .toList();
    return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
  }

  private List<Candidate> candidates(Campaign campaign, Arrived arrived) {
    List<Candidate> candidates = new ArrayList<>();
    for (Expectation expectation : campaign.expectations()) {
      boolean isMeant =
          expectation.formId().equals(arrived.formId())
              && (arrived.documentKind().isEmpty()
                  || expectation.what().equals(arrived.documentKind()));
      for (Period expected : isMeant ? expectation.periods() : List.<Period>of()) {
        if ((namesNone(arrived, expected) || sharedDays(arrived, expected) > 0)
            && isExpectedFrom(expectation, arrived, expected)) {
          candidates.add(new Candidate(expectation, expected));
        }
      }
    }
    return candidates;
  }

  private static Comparator<Candidate> order(Arrived arrived) {
    return Comparator.comparing(
            (Candidate one) -> !arrived.period().equals(Optional.of(one.period())))
        .thenComparing(one -> !endsWith(arrived, one.period()))
        .thenComparing(one -> !namesNone(arrived, one.period()))
        .thenComparing(one -> namesNone(arrived, one.period()) ? daysFrom(arrived, one) : 0)
        .thenComparing(one -> -sharedDays(arrived, one.period()))
        .thenComparing(one -> one.period().end(), Comparator.reverseOrder())
        .thenComparing(one -> one.period().start(), Comparator.reverseOrder());
  }

  private static boolean endsWith(Arrived arrived, Period expected) {
    return arrived.naming() == Naming.END
        && arrived.period().map(Period::end).equals(Optional.of(expected.end()));
  }

  private static boolean namesNone(Arrived arrived, Period expected) {
    return arrived.naming() == Naming.NONE
        || arrived.period().map(said -> said.contains(expected)).orElse(true);
  }

  /** How long before its arrival the period had ended; those that had not ended come last. */
  private static long daysFrom(Arrived arrived, Candidate one) {
    return arrived
        .receivedOn()
        .map(day -> day.toEpochDay() - one.period().end().toEpochDay())
        .map(days -> days >= 0 ? days : Integer.MAX_VALUE - days)
        .orElse(0L);
  }

  private static long sharedDays(Arrived arrived, Period expected) {
    return arrived
        .period()
        .map(
            said ->
                Math.min(said.end().toEpochDay(), expected.end().toEpochDay())
                    - Math.max(said.start().toEpochDay(), expected.start().toEpochDay())
                    + 1)
        .map(days -> Math.max(days, 0))
        .orElse(0L);
  }

  private boolean isExpectedFrom(Expectation expectation, Arrived arrived, Period period) {
    return arrived
        .reporterCode()
        .filter(
            code ->
                expectation.reporters(divisions, period).stream()
                    .anyMatch(division -> division.code().equals(code)))
        .isPresent();
  }
}
