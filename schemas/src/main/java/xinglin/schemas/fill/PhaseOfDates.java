package xinglin.schemas.fill;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.reading.Heading;
import xinglin.schemas.value.Period;

/**
 * The phase in which most dates lie, of two the one with the latest date: evidence may be older
 * than the period, never younger.
 */
record PhaseOfDates(List<Period> phases, List<DatedCell> dates) {

  Optional<Period> find() {
    Optional<LocalDate> latest = dates.stream().map(DatedCell::day).max(Comparator.naturalOrder());
    return phases.stream()
        .filter(phase -> count(phase) > 0)
        .min(
            Comparator.comparingLong((Period phase) -> -count(phase))
                .thenComparing(phase -> !latest.map(phase::contains).orElse(false)));
  }

  /**
   * Dates of the phase, any of which would move the form into another one; none if they are many.
   */
  List<Heading> deciding(Period best) {
    long second =
        phases.stream().filter(phase -> !phase.equals(best)).mapToLong(this::count).max().orElse(0);
    if (count(best) - second > 2) {
      return List.of();
    }
    return dates.stream()
        .filter(date -> best.contains(date.day()))
        .map(DatedCell::heading)
        .toList();
  }

  private long count(Period phase) {
    return dates.stream().filter(date -> phase.contains(date.day())).count();
  }
}
