package xinglin.jobs.mark.page;

import java.time.LocalDate;
import xinglin.schemas.finding.Language;
import xinglin.schemas.value.Period;

/** Days as official letters write them. */
public final class Days {
  private Days() {}

  public static String of(LocalDate day, Language language) {
    return language == Language.EN
        ? day.toString()
        : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  public static String of(Period period, Language language) {
    return of(period.start(), language)
        + (language == Language.EN ? " to " : "至")
        + of(period.end(), language);
  }
}
