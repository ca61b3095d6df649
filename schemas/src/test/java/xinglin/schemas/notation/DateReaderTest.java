package xinglin.schemas.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Period;

class DateReaderTest {
  private static final Optional<Period> SUMMER =
      Optional.of(new Period(LocalDate.of(2020, 6, 1), LocalDate.of(2020, 9, 30)));

  private static String told(Reading reading) {
    return reading.value().date().map(LocalDate::toString).orElse("-")
        + " "
        + reading.value().state().code()
        + reading.doubts().stream()
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(name -> " " + name)
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-07-03          | 2020-07-03 reported
          2020/7/3            | 2020-07-03 reported
          2020.9.29           | 2020-09-29 reported
          2020年7月3日        | 2020-07-03 reported
          2020 年 7 月 3 日   | 2020-07-03 reported
          ２０２０年７月３日  | 2020-07-03 reported
          二〇二〇年七月三日  | 2020-07-03 reported
          二○二○年十二月二十一日 | 2020-12-21 reported
          2020-07-03 08:30:00 | 2020-07-03 reported
          2020-07-03T08:30    | 2020-07-03 reported
          2020年7月3日（星期五） | 2020-07-03 reported
          20200703            | 2020-07-03 reported NOTATION
          44096               | 2020-09-22 reported NOTATION
          44050.5             | 2020-08-07 reported NOTATION
          7.3                 | 2020-07-03 reported YEAR_INFERRED
          6.30                | 2020-06-30 reported YEAR_INFERRED
          7月3日              | 2020-07-03 reported YEAR_INFERRED
          七月三日            | 2020-07-03 reported YEAR_INFERRED
          7/3                 | 2020-07-03 reported YEAR_INFERRED
          5.28                | 2020-05-28 reported YEAR_INFERRED
          13.3                | - unreadable DATE_IMPOSSIBLE
          2.30                | - unreadable DATE_IMPOSSIBLE
          20.7.3              | 2020-07-03 reported NOTATION
          19.7.3              | - unreadable UNREADABLE
          7/3/2020            | 2020-07-03 reported NOTATION
          8/7/2020            | - unreadable UNREADABLE
          13/7/2020           | 2020-07-13 reported NOTATION
          2020-02-30          | - unreadable DATE_IMPOSSIBLE
          0020-02-03          | - unreadable DATE_IMPOSSIBLE
          2020年7月           | - unreadable UNREADABLE
          7月上旬             | - unreadable UNREADABLE
          待定                | - unreadable UNREADABLE
          /                   | - not_applicable
          无                  | - not_applicable
          ''                  | - blank
          """)
  void readsDates(String text, String expected) {
    assertEquals(expected, told(DateReader.read(Cell.ofText(0, 0, text), SUMMER)));
  }

  @Test
  void aYearIsNotGuessed() {
    Cell cell = Cell.ofText(0, 0, "7.3");
    assertEquals("- unreadable UNREADABLE", told(DateReader.read(cell, Optional.empty())));
    Period threeYears = new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2023, 12, 31));
    assertEquals(
        "- unreadable DATE_AMBIGUOUS UNREADABLE",
        told(DateReader.read(cell, Optional.of(threeYears))));
    Period winter = new Period(LocalDate.of(2020, 11, 1), LocalDate.of(2021, 6, 30));
    assertEquals(
        "2021-01-05 reported YEAR_INFERRED",
        told(DateReader.read(Cell.ofText(0, 0, "1.5"), Optional.of(winter))));
    assertEquals(
        "2020-12-05 reported YEAR_INFERRED",
        told(DateReader.read(Cell.ofText(0, 0, "12.5"), Optional.of(winter))));
    assertEquals("- unreadable DATE_IMPOSSIBLE", told(DateReader.read(cell, Optional.of(winter))));
  }

  @Test
  void aNumberCellMayHaveLostItsLastZero() {
    assertEquals(
        "2020-07-01 reported DATE_AMBIGUOUS YEAR_INFERRED",
        told(DateReader.read(number("7.1"), SUMMER)));
    assertEquals("2020-07-04 reported YEAR_INFERRED", told(DateReader.read(number("7.4"), SUMMER)));
    assertEquals(
        "2020-09-22 reported YEAR_INFERRED", told(DateReader.read(number("9.22"), SUMMER)));
    Optional<Period> late =
        Optional.of(new Period(LocalDate.of(2020, 7, 5), LocalDate.of(2020, 9, 30)));
    assertEquals("2020-07-10 reported YEAR_INFERRED", told(DateReader.read(number("7.1"), late)));
    assertEquals("2020-09-22 reported NOTATION", told(DateReader.read(number("44096"), SUMMER)));
    assertEquals("- unreadable UNREADABLE", told(DateReader.read(number("2020"), SUMMER)));
    assertEquals(
        "2020-08-22 reported",
        told(
            DateReader.read(
                new Cell(
                    0,
                    0,
                    1,
                    1,
                    "2020-08-22",
                    new Cell.Date(LocalDate.of(2020, 8, 22)),
                    Optional.empty(),
                    false),
                SUMMER)));
  }

  @Property(tries = 300)
  void everyNotationReadsBack(@ForAll @IntRange(min = 20_000, max = 73_000) int serial) {
    LocalDate date = LocalDate.of(1899, 12, 30).plusDays(serial);
    String month =
        NumeralPropertiesTest.chinese(date.getMonthValue(), "零一二三四五六七八九十百千")
            .replaceFirst("^一十", "十");
    String day =
        NumeralPropertiesTest.chinese(date.getDayOfMonth(), "零一二三四五六七八九十百千")
            .replaceFirst("^一十", "十");
    StringBuilder year = new StringBuilder();
    Integer.toString(date.getYear())
        .chars()
        .forEach(c -> year.append("〇一二三四五六七八九".charAt(c - '0')));
    for (String text :
        new String[] {
          date.toString(),
          date.getYear() + "/" + date.getMonthValue() + "/" + date.getDayOfMonth(),
          date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
          date.getYear() + "." + date.getMonthValue() + "." + date.getDayOfMonth(),
          year + "年" + month + "月" + day + "日",
          Integer.toString(serial)
        }) {
      assertEquals(
          Optional.of(date),
          DateReader.read(Cell.ofText(0, 0, text), Optional.empty()).value().date(),
          text);
    }
  }

  private static Cell number(String text) {
    return new Cell(
        0, 0, 1, 1, text, new Cell.Number(new BigDecimal(text)), Optional.empty(), false);
  }

  @Test
  void aSmallNumberInADateCellIsNoDay() {
    for (LocalDate shown : new LocalDate[] {LocalDate.of(1900, 1, 7), LocalDate.of(1905, 7, 10)}) {
      Cell cell =
          new Cell(0, 0, 1, 1, shown.toString(), new Cell.Date(shown), Optional.empty(), false);
      assertEquals("- unreadable UNREADABLE", told(DateReader.read(cell, SUMMER)));
    }
  }
}
