package xinglin.jobs.mutation;

import java.time.LocalDate;

/** 二〇二四年七月三十一日. */
final class ChineseDate {
  private static final String DIGITS = "〇一二三四五六七八九";

  private ChineseDate() {}

  static String of(LocalDate date) {
    StringBuilder text = new StringBuilder();
    Integer.toString(date.getYear())
        .chars()
        .forEach(digit -> text.append(DIGITS.charAt(digit - '0')));
    return text.append("年")
        .append(upTo99(date.getMonthValue()))
        .append("月")
        .append(upTo99(date.getDayOfMonth()))
        .append("日")
        .toString();
  }

  private static String upTo99(int number) {
    String tens =
        number < 10
            ? ""
            : (number < 20 ? "" : DIGITS.substring(number / 10, number / 10 + 1)) + "十";
    return tens + (number % 10 == 0 ? "" : DIGITS.substring(number % 10, number % 10 + 1));
  }
}
