package xinglin.schemas.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.value.Period;

/**
 * The part of a form's period that a column or row is about, for example its March, or the same
 * months of the year before. Written {@code month-3}, {@code quarter-2}, {@code half-1}, {@code
 * year-to-date}, {@code last-year}, {@code before}.
 *
 * @param number which month, quarter or half of the year; 0 for the others
 */
public record Span(Kind kind, int number) {
  private static final Pattern NUMBERED = Pattern.compile("(month|quarter|half)-(\\d{1,2})");
  private static final String[] NUMERALS = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"
  };

  /** Kinds of spans. */
  public enum Kind {
    MONTH(12, 1),
    QUARTER(4, 3),
    HALF(2, 6),
    /** From the first of January to the end of the period. */
    YEAR_TO_DATE(0, 0),
    /** The same days one year earlier. */
    LAST_YEAR(0, 0),
    /** As many whole months directly before the period. */
    BEFORE(0, 0);

    private final int inYear;
    private final int months;

    Kind(int inYear, int months) {
      this.inYear = inYear;
      this.months = months;
    }
  }

  /** Empty for a word that is none. */
  public static Optional<Span> parse(String code) {
    Matcher numbered = NUMBERED.matcher(code);
    if (numbered.matches()) {
      Kind kind = Kind.valueOf(numbered.group(1).toUpperCase(Locale.ROOT));
      int number = Integer.parseInt(numbered.group(2));
      return number >= 1 && number <= kind.inYear
          ? Optional.of(new Span(kind, number))
          : Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.inYear == 0 && code(kind).equals(code)) {
        return Optional.of(new Span(kind, 0));
      }
    }
    return Optional.empty();
  }

  /** All spans of a kind in the order of the year. */
  public static List<Span> ofYear(Kind kind) {
    List<Span> spans = new ArrayList<>();
    for (int number = 1; number <= kind.inYear; number++) {
      spans.add(new Span(kind, number));
    }
    return spans;
  }

  /** All words that may be used in definitions. */
  public static List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind.inYear == 0) {
        codes.add(code(kind));
      } else {
        ofYear(kind).forEach(span -> codes.add(span.code()));
      }
    }
    return codes;
  }

  private static String code(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String code() {
    return number == 0 ? code(kind) : code(kind) + "-" + number;
  }

  /** How it is printed, where a definition names no labels. */
  public List<String> labels() {
    String numeral = number == 0 ? "" : NUMERALS[number - 1];
    return switch (kind) {
      case MONTH -> List.of(number + "月", number + "月份", numeral + "月", numeral + "月份");
      case QUARTER -> List.of("第" + numeral + "季度", numeral + "季度", number + "季度");
      case HALF -> number == 1 ? List.of("上半年") : List.of("下半年");
      case YEAR_TO_DATE -> List.of("本年累计", "累计", "年初至今累计");
      case LAST_YEAR -> List.of("上年同期", "去年同期", "上年同期数");
      case BEFORE -> List.of("上期", "上月", "上期数");
    };
  }

  /**
   * Whether its figures restate what other submissions report, so that they must not be added to
   * them.
   */
  public boolean restates() {
    return kind.inYear == 0;
  }

  /**
   * Its days for a form of this period. A month, quarter or half must lie in the period exactly
   * once: empty where it lies in it several times or not at all, since nothing tells then which
   * year is meant.
   */
  public Optional<Period> of(Period form) {
    return switch (kind) {
      case YEAR_TO_DATE -> Optional.of(new Period(form.end().withDayOfYear(1), form.end()));
      case LAST_YEAR -> Optional.of(new Period(yearEarlier(form.start()), yearEarlier(form.end())));
      case BEFORE -> before(form);
      case MONTH, QUARTER, HALF -> inYear(form);
    };
  }

  private static LocalDate yearEarlier(LocalDate day) {
    LocalDate earlier = day.minusYears(1);
    return day.equals(YearMonth.from(day).atEndOfMonth())
        ? YearMonth.from(earlier).atEndOfMonth()
        : earlier;
  }

  private static Optional<Period> before(Period form) {
    YearMonth first = YearMonth.from(form.start());
    YearMonth last = YearMonth.from(form.end());
    boolean wholeMonths =
        form.start().getDayOfMonth() == 1 && form.end().equals(last.atEndOfMonth());
    long months = first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1;
    return wholeMonths
        ? Optional.of(
            new Period(first.minusMonths(months).atDay(1), first.minusMonths(1).atEndOfMonth()))
        : Optional.empty();
  }

  private Optional<Period> inYear(Period form) {
    Optional<Period> found = Optional.empty();
    for (int year = form.start().getYear(); year <= form.end().getYear(); year++) {
      YearMonth first = YearMonth.of(year, (number - 1) * kind.months + 1);
      Period days = new Period(first.atDay(1), first.plusMonths(kind.months - 1L).atEndOfMonth());
      boolean meets = !days.end().isBefore(form.start()) && !days.start().isAfter(form.end());
      if (meets && found.isPresent()) {
        return Optional.empty();
      }
      if (meets) {
        found = Optional.of(days);
      }
    }
    return found;
  }
}
