package xinglin.schemas.campaign;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.value.Period;

/**
 * A campaign as its document orders it.
 *
 * @param scope division code of the authority that collects
 * @param window from its first to its last day
 * @param baseline the period it compares itself with
 * @param formsCover period of the forms where they print none; the window if the document names no
 *     other
 * @param forms ids of the forms it uses
 * @param reminders when those who have not delivered are reminded, once a home switches that on
 */
public record Campaign(
    String id,
    String zh,
    String en,
    String source,
    String scope,
    Period window,
    Optional<Period> baseline,
    Period formsCover,
    List<Phase> phases,
    List<String> forms,
    List<Expectation> expectations,
    Reminders reminders) {

  public Campaign {
    phases = List.copyOf(phases);
    forms = List.copyOf(forms);
    expectations = List.copyOf(expectations);
  }

  /**
   * Whether a form on this period can belong to the campaign: inside its window or baseline, or a
   * period that it asks for.
   */
  public boolean covers(Period period) {
    return window.contains(period)
        || baseline.filter(before -> before.contains(period)).isPresent()
        || expectations.stream()
            .flatMap(expected -> expected.periods().stream())
            .anyMatch(asked -> asked.contains(period));
  }
}
