package xinglin.jobs.mark;

import java.time.LocalDate;
import xinglin.schemas.value.Period;

/** Days as official letters write them. */
final class ChineseDates {
  private ChineseDates() {}

  static String of(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  static String of(Period period) {
    return of(period.start()) + "至" + of(period.end());
  }
}
