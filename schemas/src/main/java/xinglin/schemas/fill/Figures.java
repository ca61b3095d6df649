package xinglin.schemas.fill;

import java.math.BigDecimal;
import java.util.Optional;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.fill.row.SharedCell;
import xinglin.schemas.form.Subject;
import xinglin.schemas.notation.NumberReader;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/** Makes figures of cells: the one place where a value and what it is about come together. */
final class Figures {
  /** A share written as a fraction, one third, is kept as such and not turned into a percentage. */
  private static final String SHARE = "比例";

  private final Vocabulary vocabulary;
  private final CellValues cells;
  private final Issues issues;
  private final Content content;
  private final Figure.Role otherwise;
  private final Optional<FoundTable> table;

  /** Figures of a table, where a cell may be merged over several of them. */
  Figures(
      FoundTable table, Vocabulary vocabulary, CellValues cells, Issues issues, Content content) {
    this(vocabulary, cells, issues, content, table.layout().role(), Optional.of(table));
  }

  /**
   * @param otherwise role of figures of which nothing else is said
   */
  Figures(
      Vocabulary vocabulary,
      CellValues cells,
      Issues issues,
      Content content,
      Figure.Role otherwise,
      Optional<FoundTable> table) {
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.issues = issues;
    this.content = content;
    this.otherwise = otherwise;
    this.table = table;
  }

  /**
   * @param subject what section, row and column say together; the measure is said
   * @param period days of the line, where it prints them
   * @param unit as printed around the cell
   * @param filled whether the cell must not be blank
   */
  void add(
      Subject subject,
      Optional<Period> period,
      Place place,
      Optional<String> unit,
      boolean filled) {
    Measure measure = measure(subject);
    add(measure, subject, period, value(measure, place, unit, filled), place);
  }

  /** A number that is merged over several places of a table belongs to none of them. */
  private Value value(Measure measure, Place place, Optional<String> unit, boolean filled) {
    return shared(measure, place)
        .or(() -> place.label().startsWith("是否") ? happened(place) : Optional.empty())
        .orElseGet(() -> cells.figure(measure, place, unit, filled));
  }

  private Optional<Value> shared(Measure measure, Place place) {
    return table
        .filter(known -> measure.kind() != Measure.Kind.TEXT)
        .flatMap(known -> SharedCell.read(known, place, measure.id(), issues));
  }

  /**
   * The same where the row says what is counted and how: a share may stand for a percentage, and 是
   * or 否 where a number of times could stand.
   */
  void addOpen(Subject subject, Optional<Period> period, Place place, Optional<String> unit) {
    Measure measure = measure(subject);
    if (measure.unit().isPercent() && unit.isEmpty() && !place.sent().contains("%")) {
      Value share = NumberReader.read(place.content(), CountingUnit.NONE, Optional.empty()).value();
      if (share.number().filter(value -> value.compareTo(BigDecimal.ONE) <= 0).isPresent()) {
        content.figure(measure.id(), subject, otherwise, period, share, SHARE, place);
        return;
      }
    }
    Value value =
        shared(measure, place)
            .or(() -> happened(place))
            .orElseGet(() -> cells.figure(measure, place, unit, true));
    add(measure, subject, period, value, place);
  }

  private void add(
      Measure measure, Subject subject, Optional<Period> period, Value value, Place place) {
    content.figure(measure.id(), subject, otherwise, period, value, measure.unit().name(), place);
  }

  private Measure measure(Subject subject) {
    return vocabulary.measures().get(subject.measure().orElseThrow());
  }

  /** Whether something happened, said as 是 or 否 where a number of times could stand: 1 or 0. */
  private static Optional<Value> happened(Place place) {
    return switch (place.sent().strip()) {
      case "是" -> Optional.of(Value.ofNumber(place.sent(), BigDecimal.ONE, Optional.empty()));
      case "否" -> Optional.of(Value.ofNumber(place.sent(), BigDecimal.ZERO, Optional.empty()));
      default -> Optional.empty();
    };
  }
}
