package xinglin.schemas.fill.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.Subject;
import xinglin.schemas.notation.DateReader;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/** Columns that do not hold figures but say what the figures beside them are about. */
public final class RowParts {
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
    Optional<Integer> year = digits(block, row, "year").filter(number -> number > 999);
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
    return find(block, row, name)
        .map(place -> Labels.normalise(place.sent()).replaceAll("\\D", ""))
        .filter(text -> !text.isEmpty() && text.length() <= 4)
        .map(Integer::valueOf);
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
