package xinglin.app.command.trace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** First and last day: {@code 2021-2023}, {@code 2022} or {@code 2021-07-01..2022-06-30}. */
record AskedWindow(LocalDate from, LocalDate to) {
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");

  /** Empty if it is none of these, or ends before it begins. */
  static Optional<AskedWindow> parse(String text) {
    Matcher years = YEARS.matcher(text);
    Matcher days = DAYS.matcher(text);
    try {
      if (years.matches()) {
        String last = Optional.ofNullable(years.group(2)).orElse(years.group(1));
        return of(years.group(1) + "-01-01", last + "-12-31");
      }
      return days.matches() ? of(days.group(1), days.group(2)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<AskedWindow> of(String from, String to) {
    AskedWindow window = new AskedWindow(LocalDate.parse(from), LocalDate.parse(to));
    return window.to.isBefore(window.from) ? Optional.empty() : Optional.of(window);
  }
}
