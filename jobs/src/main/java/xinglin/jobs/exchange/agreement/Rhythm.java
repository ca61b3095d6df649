package xinglin.jobs.exchange.agreement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * How often packages are made.
 *
 * @param day of the month (1 to 28) or of the week (1 is Monday); of no meaning for every night
 */
public record Rhythm(Every every, int day) {
  /** The last day that every month has. */
  public static final int LAST_DAY = 28;

  /** Of what there is one package. */
  public enum Every {
    MONTH,
    WEEK,
    NIGHT
  }

  /** On the fifth of every month. */
  public static Rhythm monthly() {
    return new Rhythm(Every.MONTH, 5);
  }

  public Rhythm {
    int most = every == Every.WEEK ? 7 : LAST_DAY;
    if (day < 1 || day > most) {
      throw new IllegalArgumentException("Cannot make packages on day " + day);
    }
  }

  /** The latest day of this rhythm that has come; those missed before it are made up by it. */
  public LocalDate latest(LocalDate today) {
    return switch (every) {
      case NIGHT -> today;
      case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day)));
      case MONTH ->
          today.getDayOfMonth() >= day
              ? today.withDayOfMonth(day)
              : today.minusMonths(1).withDayOfMonth(day);
    };
  }
}
