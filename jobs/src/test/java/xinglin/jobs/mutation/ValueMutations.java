package xinglin.jobs.mutation;

import static xinglin.jobs.mutation.Mutation.Group.VALUES;
import static xinglin.jobs.mutation.Mutation.impossible;
import static xinglin.jobs.mutation.Mutation.of;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import xinglin.jobs.mutation.Mutation.Mutated;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.sheet.Document;

/** What is typed into cells. */
final class ValueMutations {
  private static final String[] WELCOME = {"NOT_NUMERIC_NOTATION"};

  private ValueMutations() {}

  static List<Mutation> list() {
    List<Mutation> all = new ArrayList<>();
    numbers(all, "数字存成文本", text -> text, Expected.read());
    numbers(all, "全角数字", ValueMutations::wide, Expected.read(WELCOME));
    numbers(all, "数字后加句号", text -> text + "。", Expected.read(WELCOME));
    numbers(all, "数字前后有空格", text -> "　" + text + " ", Expected.read(WELCOME));
    numbers(all, "负数写成括号", text -> "(" + text + ")", Expected.tell("NEGATIVE_COUNT"));
    numbers(all, "负数", text -> "-" + text, Expected.tell("NEGATIVE_COUNT"));
    spoiled(all, "“详见附件”", "详见附件", Expected.tell("UNREADABLE", "UNREADABLE_OPTIONAL"));
    spoiled(all, "百分数 12%", "12%", Expected.tell("UNREADABLE", "FRACTIONAL_COUNT"));
    spoiled(all, "#REF!", "#REF!", Expected.tell("UNREADABLE"));
    spoiled(all, "约数 20余", "20余", Expected.tell("APPROXIMATE"));
    spoiled(all, "小数 3.5", "3.5", Expected.tell("FRACTIONAL_COUNT"));
    spoiled(all, "“3（含1）”", "3（含1）", Expected.tell("UNREADABLE"));
    spoiled(all, "“3+2”", "3+2", Expected.tell("UNREADABLE"));
    spoiled(all, "一格两个数（换行）", "3\n2", Expected.tell("UNREADABLE"));
    all.add(new Mutation(VALUES, "金额后写“万元”", s -> money(s, n -> plain(n.movePointLeft(4)) + "万元")));
    all.add(new Mutation(VALUES, "金额写成“…元”", s -> money(s, n -> plain(n) + "元")));
    all.add(new Mutation(VALUES, "公式没有缓存值", ValueMutations::uncached));
    dates(
        all,
        "日期写成 2024.7.31",
        d -> d.getYear() + "." + d.getMonthValue() + "." + d.getDayOfMonth());
    dates(
        all,
        "日期写成 2024/7/31",
        d -> d.getYear() + "/" + d.getMonthValue() + "/" + d.getDayOfMonth());
    dates(all, "日期写成 二〇二四年七月三十一日", ChineseDate::of);
    dates(
        all,
        "日期写成 24年7月31日",
        d -> d.getYear() % 100 + "年" + d.getMonthValue() + "月" + d.getDayOfMonth() + "日");
    dates(all, "日期写成 7月31日", d -> d.getMonthValue() + "月" + d.getDayOfMonth() + "日");
    dates(all, "日期写成 20240731", d -> d.toString().replace("-", ""));
    dates(all, "日期只有年月", d -> d.getYear() + "年" + d.getMonthValue() + "月");
    dates(all, "日期“月底”", d -> "月底");
    return all;
  }

  private static void numbers(
      List<Mutation> all, String zh, UnaryOperator<String> typed, Expected expected) {
    all.add(
        new Mutation(
            VALUES,
            zh,
            s ->
                s.isTable()
                    ? s.figure(false).flatMap(f -> typed(s, f, typed, expected))
                    : impossible()));
  }

  private static Optional<Mutated> typed(
      Subject s, Figure figure, UnaryOperator<String> typed, Expected expected) {
    String origin = Subject.origin(figure);
    Draft draft =
        s.draft()
            .sheet(
                figure.sheet(),
                sheet ->
                    sheet.map(
                        box -> box.origin().equals(origin),
                        box -> box.saying(typed.apply(box.text()))));
    return of(
        draft,
        expected.tell() == Expected.Tell.READ ? expected : expected.touching(origin).at(origin));
  }

  private static void spoiled(List<Mutation> all, String zh, String text, Expected expected) {
    numbers(all, zh, old -> text, expected);
  }

  /** Another unit in the cell than in the header: the cell wins, exactly. */
  private static Optional<Mutated> money(Subject s, Function<BigDecimal, String> typed) {
    if (!s.isTable()) {
      return impossible();
    }
    return s.figure(true)
        .flatMap(
            figure ->
                typed(
                    s,
                    figure,
                    old -> typed.apply(figure.value().number().orElseThrow()),
                    Expected.read(WELCOME)));
  }

  private static Optional<Mutated> uncached(Subject s) {
    boolean workbook =
        s.draft().format() == Document.Format.XLSX || s.draft().format() == Document.Format.XLS;
    if (!workbook || !s.isTable()) {
      return impossible();
    }
    return s.figure(false)
        .flatMap(
            figure -> {
              String origin = Subject.origin(figure);
              return of(
                  s.draft()
                      .sheet(
                          figure.sheet(),
                          sheet ->
                              sheet.map(
                                  box -> box.origin().equals(origin),
                                  box -> box.computing(box.text() + "+0"))),
                  Expected.readOrTell("UNREADABLE", "STALE_TOTAL").at(origin));
            });
  }

  private static void dates(List<Mutation> all, String zh, Function<LocalDate, String> typed) {
    all.add(
        new Mutation(
            VALUES,
            zh,
            s ->
                dates(
                    s,
                    typed,
                    Expected.readOrTell(
                        "UNREADABLE",
                        "UNREADABLE_OPTIONAL",
                        "DATE_IMPOSSIBLE",
                        "NOT_NUMERIC_NOTATION"))));
  }

  /** All dates of a register in another notation. */
  static Optional<Mutated> dates(Subject s, Function<LocalDate, String> typed, Expected expected) {
    Draft draft = s.draft();
    boolean found = false;
    for (RegisterLine line : s.form().lines()) {
      for (var value : line.values().entrySet()) {
        Optional<LocalDate> date = value.getValue().date();
        if (date.isPresent() && line.cells().containsKey(value.getKey())) {
          String origin = line.sheet() + "!" + line.cells().get(value.getKey());
          found = true;
          draft =
              draft.sheet(
                  line.sheet(),
                  sheet ->
                      sheet.map(
                          box -> box.origin().equals(origin),
                          box -> box.saying(typed.apply(date.get()))));
        }
      }
    }
    return found && s.isTable() ? of(draft, expected) : impossible();
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c - ' ' + '\uff00' : c)));
    return wide.toString();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** 二〇二四年七月三十一日. */
  private static final class ChineseDate {
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
}
