package xinglin.schemas.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When those who have not delivered are reminded of a deadline.
 *
 * @param before days before it
 * @param onDay whether on the day itself
 * @param after days after it
 * @param every days between further ones after the last of {@code after}; empty if there are none
 * @param until last day after the deadline on which anything is sent
 * @param digest days after it on which the office above is told who has not delivered
 */
public record Reminders(
    List<Integer> before,
    boolean onDay,
    List<Integer> after,
    Optional<Integer> every,
    int until,
    List<Integer> digest) {

  /** If nothing else is said. */
  static final int UNTIL = 30;

  /** For how many days a day that was missed is made up. */
  private static final int MADE_UP = 14;

  public Reminders {
    before = List.copyOf(before);
    after = List.copyOf(after);
    digest = List.copyOf(digest);
  }

  /** Nobody is reminded. */
  public static Reminders none() {
    return new Reminders(List.of(), false, List.of(), Optional.empty(), UNTIL, List.of());
  }

  /**
   * The reminder that reporters are to have by a day: days from the deadline, negative before it.
   * Of several whose day has come only the latest; one from before the deadline not after it.
   */
  public Optional<Integer> step(LocalDate dueOn, LocalDate today) {
    List<Integer> steps = new ArrayList<>(before.stream().map(days -> -days).toList());
    if (onDay) {
      steps.add(0);
    }
    steps.addAll(after);
    int last = after.stream().max(Integer::compare).orElse(0);
    every.ifPresent(
        days -> {
          for (int next = last + days; next <= until; next += days) {
            steps.add(next);
          }
        });
    return latest(steps, dueOn, today);
  }

  /** The digest that the office above is to have by a day. */
  public Optional<Integer> digestStep(LocalDate dueOn, LocalDate today) {
    return latest(digest, dueOn, today);
  }

  private Optional<Integer> latest(List<Integer> steps, LocalDate dueOn, LocalDate today) {
    long days = today.toEpochDay() - dueOn.toEpochDay();
    if (days > until) {
      return Optional.empty();
    }
    return steps.stream()
        .filter(step -> step <= days && days - step <= MADE_UP)
        .filter(step -> step > 0 || days <= 0)
        .max(Integer::compare);
  }
}
