package xinglin.schemas.fill.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.Subject;
import xinglin.schemas.notation.DateReader;
import xinglin.schemas.notation.NumberReader;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/** Columns that do not hold figures but say what the figures beside them are about. */
public final class RowParts {
  private static final Pattern YEAR = Pattern.compile("^(.+?)(?:年度?|年份)$");
  private static final Pattern MONTH = Pattern.compile("^(.+?)月份?$");
  private static final Map<String, String> COLUMNS =
      Map.of(
          "measure", "measure_id",
          "category", "category",
          "division", "division_code",
          "unit", "unit_as_sent",
          "from", "period_start",
          "to", "period_end",
          "year", "period_start",
          "month", "period_end",
          "date", "period_start");
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2100;

  private final FoundTable table;
  private final Vocabulary vocabulary;
  private final CellValues cells;
  private final Issues issues;

  public RowParts(FoundTable table, Vocabulary vocabulary, CellValues cells, Issues issues) {
    this.table = table;
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.issues = issues;
  }

  /** The cell of a part in this row, if the table has such a column. */
  public Optional<Place> find(Map<Item, Cell> block, int row, String name) {
    return column(block, name)
        .map(
            column ->
                new Place(
                    table.grid().sheet(),
                    table.address(row, column.getValue().column()),
                    Place.label(column.getValue().text()),
                    table.grid().find(row, column.getValue().column())));
  }

  /** Where the parts stand that say what the figures of this row are, by column of their table. */
  public Map<String, String> cells(Map<Item, Cell> block, int row) {
    Map<String, String> cells = new LinkedHashMap<>();
    COLUMNS.forEach(
        (part, column) ->
            find(block, row, part).ifPresent(place -> cells.put(column, place.address())));
    return cells;
  }

  private static Optional<Map.Entry<Item, Cell>> column(Map<Item, Cell> block, String name) {
    return block.entrySet().stream()
        .filter(
            column -> column.getKey().use() == Item.Use.PART && column.getKey().name().equals(name))
        .findFirst();
  }

  /** Empty, with an issue, where a part cannot be read: the row means nothing then. */
  public Optional<Subject> subject(Map<Item, Cell> block, int row) {
    Subject subject = Subject.NOTHING;
    Optional<Place> division = find(block, row, "division");
    if (division.isPresent()) {
      Optional<String> code = division(division.get());
      if (code.isEmpty()) {
        return Optional.empty();
      }
      subject = subject.and(Subject.ofDivision(code.get()));
    }
    Optional<Place> category = find(block, row, "category");
    if (category.isPresent()) {
      Optional<CodeItem> item = category(category.get());
      if (item.isEmpty()) {
        return Optional.empty();
      }
      subject = subject.and(Subject.ofCategory(item.get().code()));
    }
    return Optional.of(subject);
  }

  private Optional<String> division(Place place) {
    List<Division> found = cells.divisions(place.sent());
    if (found.size() == 1) {
      return Optional.of(found.get(0).code());
    }
    return cells.column(RowLabels.DIVISION, place, Optional.empty(), false).text();
  }

  private Optional<CodeItem> category(Place place) {
    var list = vocabulary.codeLists().get(table.layout().categories());
    Optional<CodeItem> item = list.find(place.sent());
    if (item.isEmpty()) {
      String choices = String.join("、", list.items().stream().map(CodeItem::zh).toList());
      issues.add(CellValues.issue("CODE_UNKNOWN", place, "category").with("choices", choices));
    }
    return item;
  }

  /** The unit that the row prints, without {@code /年}. */
  public Optional<String> unit(Map<Item, Cell> block, int row) {
    return find(block, row, "unit")
        .map(Place::sent)
        .map(word -> word.strip().replaceAll("/.*$", ""))
        .filter(word -> !word.isEmpty());
  }

  /** Days from and to, or a year, or a month of it. */
  public Optional<Period> period(Map<Item, Cell> block, int row) {
    return fromTo(block, row).or(() -> year(block, row));
  }

  private Optional<Period> year(Map<Item, Cell> block, int row) {
    Optional<Integer> year = digits(block, row, "year");
    if (year.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> month = digits(block, row, "month");
    try {
      return month.isPresent()
          ? Optional.of(days(YearMonth.of(year.get(), month.get())))
          : Optional.of(
              new Period(LocalDate.of(year.get(), 1, 1), LocalDate.of(year.get(), 12, 31)));
    } catch (DateTimeException noMonth) {
      Place place = find(block, row, "month").orElseThrow();
      issues.add(
          CellValues.issue("DATE_IMPOSSIBLE", place, "period_start")
              .with("reason", "没有这个月份")
              .with("reason_en", "there is no such month"));
      return Optional.empty();
    }
  }

  private static Period days(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  private Optional<Integer> digits(Map<Item, Cell> block, int row, String name) {
    return find(block, row, name).flatMap(place -> number(place, name));
  }

  /** 2022, 2022年度, 二〇二二年, 3月: nothing but the number and its word. */
  private static Optional<Integer> number(Place place, String name) {
    boolean year = name.equals("year");
    Pattern shape = year ? YEAR : MONTH;
    String words = shape.matcher(Labels.normalise(place.sent())).replaceFirst("$1");
    return NumberReader.read(Cell.ofText(0, 0, words), CountingUnit.NONE, Optional.empty())
        .value()
        .number()
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::intValue)
        .filter(number -> year ? number >= FIRST_YEAR && number <= LAST_YEAR : number > 0);
  }

  /**
   * Says what cannot be read of the days of a row with figures: without them its figures would
   * stand for the whole period of the form.
   */
  public void checkDays(Map<Item, Cell> block, int row) {
    for (Days part : Days.values()) {
      column(block, part.key)
          .ifPresent(
              column -> {
                Place place = find(block, row, part.key).orElseThrow();
                boolean read =
                    part.isNumber()
                        ? number(place, part.key).isPresent()
                        : day(block, row, part.key).isPresent();
                if (!read && (!place.sent().isBlank() || column.getKey().required())) {
                  issues.add(part.problem(place));
                }
              });
    }
  }

  /** The columns that say which days a row is about. */
  private enum Days {
    YEAR("year", "年份", "a year", "四位数的年份，如 2022", "the year in four digits, such as 2022"),
    MONTH("month", "月份", "a month", "1 至 12 的月份", "the month, 1 to 12"),
    FROM("from", "日期", "a date", "年月日", "year, month and day"),
    TO("to", "日期", "a date", "年月日", "year, month and day");

    private final String key;
    private final String kind;
    private final String kindEn;
    private final String ask;
    private final String askEn;

    Days(String key, String kind, String kindEn, String ask, String askEn) {
      this.key = key;
      this.kind = kind;
      this.kindEn = kindEn;
      this.ask = ask;
      this.askEn = askEn;
    }

    boolean isNumber() {
      return this == YEAR || this == MONTH;
    }

    Issue problem(Place place) {
      Issue issue =
          CellValues.issue(place.sent().isBlank() ? "REQUIRED_BLANK" : "UNREADABLE", place, "")
              .with("ask", ask)
              .with("ask_en", askEn);
      return place.sent().isBlank() ? issue : issue.with("kind", kind).with("kind_en", kindEn);
    }
  }

  private Optional<Period> fromTo(Map<Item, Cell> block, int row) {
    Optional<LocalDate> from = day(block, row, "from");
    Optional<LocalDate> to = day(block, row, "to");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!to.get().isBefore(from.get())) {
      return Optional.of(new Period(from.get(), to.get()));
    }
    Place place = find(block, row, "to").orElseThrow();
    issues.add(
        CellValues.issue("DATE_IMPOSSIBLE", place, "period_end")
            .with("reason", "早于起始日期")
            .with("reason_en", "it lies before the first day"));
    return Optional.empty();
  }

  /** A day that a part names. */
  public Optional<LocalDate> day(Map<Item, Cell> block, int row, String name) {
    return find(block, row, name)
        .map(place -> DateReader.read(place.content(), Optional.empty()).value())
        .flatMap(Value::date);
  }
}
