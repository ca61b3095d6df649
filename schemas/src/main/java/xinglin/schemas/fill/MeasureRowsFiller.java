package xinglin.schemas.fill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.notation.DateReader;
import xinglin.schemas.notation.NumberReader;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/** Reads a table whose every row is one figure: measure, from, to, value, unit. */
final class MeasureRowsFiller {
  /** A share written as a fraction, one third, is kept as such and not turned into a percentage. */
  static final String SHARE = "比例";

  private final FoundTable table;
  private final Grid grid;
  private final Vocabulary vocabulary;
  private final CellValues cells;
  private final Issues issues;
  private final Content content;

  MeasureRowsFiller(
      FoundTable table, Vocabulary vocabulary, CellValues cells, Issues issues, Content content) {
    this.table = table;
    this.grid = table.grid();
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.issues = issues;
    this.content = content;
  }

  void fill(Optional<Period> otherwise) {
    for (Map<Item, Cell> block : table.blocks()) {
      for (int row : DataRows.of(table)) {
        row(block, row, otherwise);
      }
    }
  }

  private void row(Map<Item, Cell> block, int row, Optional<Period> otherwise) {
    Optional<Place> name = part(block, row, "measure");
    Optional<Place> number = part(block, row, "value");
    if (name.isEmpty() || number.isEmpty() || name.get().sent().isBlank()) {
      return;
    }
    Optional<Measure> measure = measure(name.get(), number.get().sent().isBlank());
    if (measure.isEmpty()) {
      return;
    }
    Optional<String> unit =
        part(block, row, "unit")
            .map(Place::sent)
            .map(word -> word.strip().replaceAll("/.*$", ""))
            .filter(word -> !word.isEmpty());
    Place place =
        new Place(
            number.get().sheet(),
            number.get().address(),
            Place.label(name.get().sent()),
            number.get().cell());
    part(block, row, "date")
        .flatMap(day -> DateReader.read(day.content(), Optional.empty()).value().date())
        .ifPresent(content::day);
    Optional<Period> period = period(block, row).or(() -> otherwise);
    if (measure.get().unit().isPercent() && unit.isEmpty() && !place.sent().contains("%")) {
      Value share = NumberReader.read(place.content(), CountingUnit.NONE, Optional.empty()).value();
      if (share.number().filter(value -> value.compareTo(BigDecimal.ONE) <= 0).isPresent()) {
        content.figure(
            measure.get().id(),
            table.layout().role(),
            Item.ALL,
            Optional.empty(),
            period,
            share,
            SHARE,
            place);
        return;
      }
    }
    Optional<Value> happened = happened(place);
    if (happened.isPresent()) {
      content.figure(
          measure.get().id(),
          table.layout().role(),
          Item.ALL,
          Optional.empty(),
          period,
          happened.get(),
          measure.get().unit().name(),
          place);
      return;
    }
    Value value =
        SharedCell.read(table, place, measure.get().id(), issues)
            .orElseGet(() -> cells.figure(measure.get(), place, unit, true));
    content.figure(
        measure.get().id(),
        table.layout().role(),
        Item.ALL,
        Optional.empty(),
        period,
        value,
        measure.get().unit().name(),
        place);
  }

  /** Whether something happened, said as 是 or 否 where a number of times could stand: 1 or 0. */
  private static Optional<Value> happened(Place place) {
    return switch (place.sent().strip()) {
      case "是" -> Optional.of(Value.ofNumber(place.sent(), BigDecimal.ONE, Optional.empty()));
      case "否" -> Optional.of(Value.ofNumber(place.sent(), BigDecimal.ZERO, Optional.empty()));
      default -> Optional.empty();
    };
  }

  private Optional<Place> part(Map<Item, Cell> block, int row, String name) {
    return block.entrySet().stream()
        .filter(
            column -> column.getKey().use() == Item.Use.PART && column.getKey().name().equals(name))
        .findFirst()
        .map(
            column ->
                new Place(
                    grid.sheet(),
                    table.address(row, column.getValue().column()),
                    Place.label(column.getValue().text()),
                    grid.find(row, column.getValue().column())));
  }

  /**
   * @param alone whether nothing stands beside the name: words that name no measure are a note then
   */
  private Optional<Measure> measure(Place name, boolean alone) {
    RowKey key = table.layout().rows();
    String words = Labels.normalise(name.sent());
    for (Item item : key.items()) {
      if (item.labels().stream().map(Labels::normalise).anyMatch(words::equals)) {
        return vocabulary.measures().find(item.name());
      }
    }
    List<Measure> found = vocabulary.measures().findByLabel(name.sent());
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    if (alone) {
      issues.add(
          Issue.of("ROW_NOT_READ").at(name.sheet(), name.address()).sent(name.sent().strip()));
      return Optional.empty();
    }
    String choices =
        key.items().stream()
            .limit(10)
            .map(item -> item.labels().get(0))
            .collect(Collectors.joining("、"));
    issues.add(CellValues.issue("CODE_UNKNOWN", name, "measure_id").with("choices", choices + "等"));
    return Optional.empty();
  }

  private Optional<Period> period(Map<Item, Cell> block, int row) {
    Optional<Value> from =
        part(block, row, "from")
            .map(place -> DateReader.read(place.content(), Optional.empty()).value());
    Optional<Value> to =
        part(block, row, "to")
            .map(place -> DateReader.read(place.content(), Optional.empty()).value());
    if (from.flatMap(Value::date).isEmpty() || to.flatMap(Value::date).isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = from.flatMap(Value::date).orElseThrow();
    LocalDate last = to.flatMap(Value::date).orElseThrow();
    if (!last.isBefore(first)) {
      return Optional.of(new Period(first, last));
    }
    Place place = part(block, row, "to").orElseThrow();
    issues.add(
        CellValues.issue("DATE_IMPOSSIBLE", place, "period_end")
            .with("reason", "早于起始日期")
            .with("reason_en", "it lies before the first day"));
    return Optional.empty();
  }
}
