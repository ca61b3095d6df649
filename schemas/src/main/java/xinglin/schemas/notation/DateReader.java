package xinglin.schemas.notation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/**
 * Reads dates as people write them: 2020-07-03, 2020/7/3, 2020.9.29, 2020年7月3日, 二〇二〇年七月三日,
 * 20200703, serial numbers of Excel (44096), 7.3 and 7月3日 with the year taken from the expected
 * period. A month alone is no date. A time of day is dropped.
 */
public final class DateReader {
  private static final int YEAR_FIRST = 1900;
  private static final int YEAR_LAST = 2100;

  /** A date cell of an earlier year holds a small number, 7.3 or 2018, shown as a date. */
  private static final int FIRST_IN_DATE_CELL = 1920;

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  /** Serial numbers of 1954 to 2119: smaller ones are more likely something else. */
  private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:\\.\\d+)?");

  private static final Pattern DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern FULL =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?");
  private static final Pattern YEAR_LAST_IN =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(\\d{2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?");
  private static final Pattern NO_YEAR = Pattern.compile("(\\d{1,2})[-/.月](\\d{1,2})[日号]?");
  private static final Pattern CHINESE =
      Pattern.compile("(?:([零〇○一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})[日号]");
  private static final Pattern TAIL =
      Pattern.compile("(?:t|\\s)*\\d{1,2}[:时]\\d{1,2}.*$|[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?$");

  private final String text;
  private final Optional<Period> expected;

  private DateReader(String text, Optional<Period> expected) {
    this.text = text;
    this.expected = expected;
  }

  /**
   * @param expected days in which a date without a year is looked for; two digits of a year are
   *     taken as such only inside it
   */
  public static Reading read(Cell cell, Optional<Period> expected) {
    DateReader reader = new DateReader(cell.text(), expected);
    Cell.Content content = cell.content();
    if (content instanceof Cell.Date date) {
      return date.value().getYear() < FIRST_IN_DATE_CELL
          ? reader.unreadable()
          : Reading.of(Value.ofDate(cell.text(), date.value()));
    }
    if (content instanceof Cell.Number number) {
      return reader.number(number.value());
    }
    if (content instanceof Cell.Blank || cell.isBlank()) {
      return reader.missing(State.BLANK);
    }
    return content instanceof Cell.Text ? reader.text() : reader.unreadable();
  }

  /**
   * 2020-07-03 and 2020/07/03, as long lists have them, without looking at any other way of
   * writing.
   */
  private static Optional<LocalDate> usual(String text) {
    if (text.length() != 10
        || text.charAt(4) != text.charAt(7)
        || "-/".indexOf(text.charAt(4)) < 0) {
      return Optional.empty();
    }
    for (int at = 0; at < 10; at++) {
      if (at != 4 && at != 7 && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
        return Optional.empty();
      }
    }
    int year = Integer.parseInt(text.substring(0, 4));
    int month = Integer.parseInt(text.substring(5, 7));
    int day = Integer.parseInt(text.substring(8));
    boolean real = year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12 && day >= 1;
    return real && day <= YearMonth.of(year, month).lengthOfMonth()
        ? Optional.of(LocalDate.of(year, month, day))
        : Optional.empty();
  }

  private Reading text() {
    Optional<LocalDate> usual = usual(text);
    if (usual.isPresent()) {
      return Reading.of(Value.ofDate(text, usual.get()));
    }
    String folded =
        TAIL.matcher(Labels.fold(text).strip().toLowerCase(java.util.Locale.ROOT)).replaceFirst("");
    String plain = Marks.plain(folded).replaceFirst("[。;,.]+$", "");
    if (Marks.isNotApplicable(plain) || Marks.isNone(plain)) {
      return missing(State.NOT_APPLICABLE);
    }
    Matcher full = FULL.matcher(plain);
    if (full.matches()) {
      return day(number(full, 1), number(full, 2), number(full, 3));
    }
    Matcher undated = NO_YEAR.matcher(plain);
    if (undated.matches()) {
      return inferYear(List.of(new MonthDay(number(undated, 1), number(undated, 2))));
    }
    Matcher chinese = CHINESE.matcher(plain);
    if (chinese.matches()) {
      return chinese(chinese);
    }
    Matcher shortYear = SHORT_YEAR.matcher(plain);
    if (shortYear.matches()) {
      return onlyIfExpected(
          List.of(
              new Day(2000 + number(shortYear, 1), number(shortYear, 2), number(shortYear, 3))));
    }
    Matcher yearLast = YEAR_LAST_IN.matcher(plain);
    if (yearLast.matches()) {
      int one = number(yearLast, 1);
      int other = number(yearLast, 2);
      int year = number(yearLast, 3);
      return onlyIfExpected(List.of(new Day(year, one, other), new Day(year, other, one)));
    }
    return compact(plain);
  }

  private Reading chinese(Matcher matcher) {
    int month = ChineseNumerals.parse(matcher.group(2)).map(BigDecimal::intValue).orElse(0);
    int day = ChineseNumerals.parse(matcher.group(3)).map(BigDecimal::intValue).orElse(0);
    return matcher.group(1) == null
        ? inferYear(List.of(new MonthDay(month, day)))
        : day(Integer.parseInt(ChineseNumerals.digits(matcher.group(1))), month, day);
  }

  /** A number cell: 20200703, a serial number, or month.day, where 7.1 may have been 7.10. */
  private Reading number(BigDecimal number) {
    String plain = number.stripTrailingZeros().toPlainString();
    Matcher undated = NO_YEAR.matcher(plain);
    if (!undated.matches()) {
      return compact(plain);
    }
    int month = number(undated, 1);
    int day = number(undated, 2);
    return undated.group(2).length() == 1
        ? inferYear(List.of(new MonthDay(month, day), new MonthDay(month, day * 10)))
        : inferYear(List.of(new MonthDay(month, day)));
  }

  private Reading compact(String plain) {
    Matcher digits = DIGITS.matcher(plain);
    if (digits.matches()) {
      return with(day(number(digits, 1), number(digits, 2), number(digits, 3)), Doubt.NOTATION);
    }
    Matcher serial = SERIAL.matcher(plain);
    if (serial.matches()) {
      int days = new BigDecimal(plain).setScale(0, RoundingMode.DOWN).intValueExact();
      return Reading.of(Value.ofDate(text, SERIAL_ZERO.plusDays(days)), Doubt.NOTATION);
    }
    return unreadable();
  }

  private Reading day(int year, int month, int day) {
    return new Day(year, month, day)
        .date()
        .map(date -> Reading.of(Value.ofDate(text, date)))
        .orElseGet(this::impossible);
  }

  /** Takes the one candidate that lies in the expected period, else nothing. */
  private Reading onlyIfExpected(List<Day> candidates) {
    List<LocalDate> dates =
        candidates.stream().map(Day::date).flatMap(Optional::stream).distinct().toList();
    List<LocalDate> inside = dates.stream().filter(this::isExpected).toList();
    if (inside.size() == 1) {
      return Reading.of(Value.ofDate(text, inside.get(0)), Doubt.NOTATION);
    }
    return dates.isEmpty() ? impossible() : unreadable();
  }

  private Reading inferYear(List<MonthDay> candidates) {
    List<MonthDay> possible = candidates.stream().filter(MonthDay::exists).toList();
    if (possible.isEmpty()) {
      return impossible();
    }
    if (expected.isEmpty()) {
      return unreadable();
    }
    int first = expected.get().start().getYear();
    int last = expected.get().end().getYear();
    List<LocalDate> dates = new ArrayList<>();
    for (MonthDay candidate : possible) {
      IntStream.rangeClosed(first, last)
          .mapToObj(candidate::in)
          .flatMap(Optional::stream)
          .forEach(dates::add);
    }
    List<LocalDate> inside = dates.stream().filter(this::isExpected).toList();
    List<LocalDate> fitting = inside.isEmpty() && first == last ? dates : inside;
    boolean oneYear = fitting.stream().map(LocalDate::getYear).distinct().count() == 1;
    if (!oneYear) {
      return inside.isEmpty() ? impossible() : with(unreadable(), Doubt.DATE_AMBIGUOUS);
    }
    Reading reading = Reading.of(Value.ofDate(text, fitting.get(0)), Doubt.YEAR_INFERRED);
    return fitting.size() == 1 ? reading : with(reading, Doubt.DATE_AMBIGUOUS);
  }

  private boolean isExpected(LocalDate date) {
    return expected.filter(period -> period.contains(date)).isPresent();
  }

  private Reading unreadable() {
    return with(missing(State.UNREADABLE), Doubt.UNREADABLE);
  }

  private Reading impossible() {
    return with(missing(State.UNREADABLE), Doubt.DATE_IMPOSSIBLE);
  }

  private Reading missing(State state) {
    return Reading.of(Value.missing(text, state));
  }

  private static Reading with(Reading reading, Doubt doubt) {
    Set<Doubt> doubts = EnumSet.of(doubt);
    doubts.addAll(reading.doubts());
    return new Reading(reading.value(), doubts);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private record Day(int year, int month, int day) {
    Optional<LocalDate> date() {
      try {
        return year < YEAR_FIRST || year > YEAR_LAST
            ? Optional.empty()
            : Optional.of(LocalDate.of(year, month, day));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  private record MonthDay(int month, int day) {
    private static final int LEAP_YEAR = 2000;

    boolean exists() {
      return in(LEAP_YEAR).isPresent();
    }

    Optional<LocalDate> in(int year) {
      return new Day(year, month, day).date();
    }
  }
}
