package xinglin.schemas.fill.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import xinglin.schemas.codelist.CodeList;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Item;
import xinglin.schemas.notation.DateReader;
import xinglin.schemas.notation.Doubt;
import xinglin.schemas.notation.NumberReader;
import xinglin.schemas.notation.Reading;
import xinglin.schemas.notation.TextReader;
import xinglin.schemas.notation.YesNoReader;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Reads single cells and says what is doubtful about them. One per form reading. */
public final class CellValues {
  private static final int CHOICES_SHOWN = 10;
  private static final String FORMULA_SIGNS = "=+-@";
  private final Vocabulary vocabulary;
  private final Issues issues;
  private final Expected expected;
  private final Map<String, List<Division>> places = new HashMap<>();
  private final Choices choices;

  public CellValues(Vocabulary vocabulary, Issues issues, Expected expected) {
    this.vocabulary = vocabulary;
    this.issues = issues;
    this.expected = expected;
    this.choices = new Choices(vocabulary, issues);
  }

  /**
   * What the form around the cells tells about them.
   *
   * @param period days in which undated years are looked for
   * @param yearPrinted whether the form prints a full date, so that an inferred year is certain
   * @param scope division below which place names are looked up
   * @param fallback code for a place that is only nearly known
   * @param moneyUnit unit of amounts whose heading prints none
   */
  public record Expected(
      Optional<Period> period,
      boolean yearPrinted,
      String scope,
      String fallback,
      MoneyUnit moneyUnit) {}

  /** A figure of a measure; money comes out in yuan. */
  public Value figure(Measure measure, Place place, Optional<String> printed, boolean filled) {
    if (measure.kind() == Measure.Kind.TEXT) {
      return text(place, false);
    }
    Optional<String> headerUnit = expected.moneyUnit().of(measure, place, printed);
    Reading reading = NumberReader.read(place.content(), measure.unit(), headerUnit);
    String ask =
        measure.unit().isMoney()
            ? "金额（" + headerUnit.orElse("元") + "），没有则填 0"
            : measure.zh() + "，没有则填 0";
    String askEn =
        measure.unit().isMoney()
            ? "the amount in " + headerUnit.orElse("元") + ", or 0 if there is none"
            : measure.en() + ", or 0 if there is none";
    report(
        reading,
        place,
        measure.id(),
        true,
        new Wanted("数字", "a number", ask, askEn),
        measure.unit().name());
    staleFormula(place, measure.id());
    if (filled) {
      requireFilled(reading.value(), place, measure.id(), ask, askEn);
    }
    return reading.value();
  }

  /**
   * A value of a register column.
   *
   * @param headerUnit unit that the header prints
   */
  public Value column(Item item, Place place, Optional<String> headerUnit, boolean restricted) {
    Place shown = restricted ? masked(place) : place;
    Value value =
        switch (item.type()) {
          case TEXT -> text(place, restricted);
          case DATE -> date(item, place);
          case YES_NO -> chosen(item, place, this::yesNo);
          case CODE -> chosen(item, place, this::code);
          case CODES -> choices.several(item, place);
          case DIVISION -> division(item, place);
          case INTEGER, NUMBER -> number(item, place, headerUnit);
        };
    if (item.filled()) {
      requireFilled(value, shown, item.name(), place.label(), place.label());
    }
    return value;
  }

  /** A word, or the one ticked option of several; the value keeps the cell as sent. */
  private Value chosen(Item item, Place place, BiFunction<Item, Place, Value> reader) {
    if (!Choices.hasBoxes(place)) {
      return reader.apply(item, place);
    }
    return choices
        .ticked(item, place)
        .map(option -> reader.apply(item, option).sentAs(place.sent()))
        .orElseGet(() -> Value.missing(place.sent(), State.UNREADABLE));
  }

  private static Place masked(Place place) {
    Optional<Cell> cell =
        place.cell().map(full -> Cell.ofText(full.row(), full.column(), mask(full.text())));
    return new Place(place.sheet(), place.address(), place.label(), cell);
  }

  /** First character and asterisks: enough for the sender to find it, nothing for anybody else. */
  public static String mask(String text) {
    String line = text.strip();
    return line.isEmpty() ? "" : line.substring(0, line.offsetByCodePoints(0, 1)) + "**";
  }

  private Value text(Place place, boolean restricted) {
    Value value = TextReader.read(place.content()).value();
    if (place.content().content() instanceof Cell.Text
        && FORMULA_SIGNS.indexOf(place.sent().charAt(0)) >= 0
        && value.state() == State.REPORTED) {
      issues.add(issue("FORMULA_LIKE_TEXT", restricted ? masked(place) : place, ""));
    }
    return value;
  }

  private Value number(Item item, Place place, Optional<String> headerUnit) {
    CountingUnit unit = unit(item.unit());
    Reading reading =
        NumberReader.read(place.content(), unit, headerUnit.or(() -> item.declaredUnit()));
    report(
        reading,
        place,
        item.name(),
        item.required(),
        new Wanted("数字", "a number", place.label(), place.label()),
        unit.name());
    return reading.value();
  }

  /** 万元 and 亿元 stand for amounts in yuan. */
  private CountingUnit unit(String word) {
    return vocabulary
        .measures()
        .findUnit(word)
        .or(
            () ->
                vocabulary
                    .measures()
                    .findUnit("元")
                    .filter(yuan -> word.endsWith(yuan.name()) && yuan.scaleOf(word).isPresent()))
        .orElse(CountingUnit.NONE);
  }

  private Value yesNo(Item item, Place place) {
    Reading reading = YesNoReader.read(place.content());
    report(
        reading,
        place,
        item.name(),
        item.required(),
        new Wanted("是或否", "yes or no", "是或否", "yes or no"),
        "");
    return reading.value();
  }

  public Value date(Item item, Place place) {
    Reading reading = DateReader.read(place.content(), expected.period());
    report(
        reading,
        place,
        item.name(),
        item.required(),
        new Wanted("日期", "a date", "年月日", "year, month and day"),
        "");
    return reading.value();
  }

  private Value code(Item item, Place place) {
    CodeList list = vocabulary.codeLists().get(item.list().orElseThrow());
    if (place.sent().isBlank() && !item.ifBlank().isEmpty()) {
      return Value.ofText(place.sent(), item.ifBlank());
    }
    Reading reading = TextReader.readCode(place.content(), list);
    if (reading.has(Doubt.CODE_UNKNOWN)) {
      issues.add(choices.unknown(list, place, item.name(), place.sent()));
    }
    return reading.value();
  }

  /** Divisions of this name within the campaign; looked up once for each name. */
  public List<Division> divisions(String name) {
    return places.computeIfAbsent(name.strip(), this::lookup);
  }

  private List<Division> lookup(String name) {
    return vocabulary.divisions().lookup(name, expected.scope(), Optional.empty());
  }

  private Value division(Item item, Place place) {
    String name = place.sent().strip();
    if (name.isEmpty()) {
      return Value.missing(place.sent(), State.BLANK);
    }
    List<Division> found = divisions(name);
    if (found.size() == 1) {
      return Value.ofText(place.sent(), found.get(0).code());
    }
    List<Division> near =
        found.isEmpty() ? vocabulary.divisions().nearMisses(name, expected.scope()) : List.of();
    if (near.isEmpty()) {
      List<Division> children = vocabulary.divisions().children(expected.scope());
      String choices =
          children.stream()
              .limit(CHOICES_SHOWN)
              .map(Division::name)
              .collect(Collectors.joining("、"));
      issues.add(
          issue("CODE_UNKNOWN", place, item.name())
              .with("choices", choices + (children.size() > CHOICES_SHOWN ? "等" : "")));
      return Value.missing(place.sent(), State.UNREADABLE);
    }
    issues.add(
        issue("DIVISION_NEAR_MISS", place, item.name())
            .with("nearest", near.get(0).name())
            .with("code", near.get(0).code()));
    return Value.ofText(place.sent(), expected.fallback());
  }

  private void requireFilled(Value value, Place place, String name, String ask, String askEn) {
    if (value.state() == State.BLANK) {
      issues.add(issue("REQUIRED_BLANK", place, name).with("ask", ask).with("ask_en", askEn));
    }
  }

  private void report(
      Reading reading, Place place, String name, boolean required, Wanted wanted, String unit) {
    Value value = reading.value();
    if (reading.has(Doubt.DATE_IMPOSSIBLE)) {
      issues.add(
          issue("DATE_IMPOSSIBLE", place, name)
              .with("reason", "没有这一天")
              .with("reason_en", "there is no such day"));
    } else if (value.state() == State.UNREADABLE) {
      Issue issue =
          issue(required ? "UNREADABLE" : "UNREADABLE_OPTIONAL", place, name)
              .with("kind", wanted.kind())
              .with("kind_en", wanted.kindEn());
      issues.add(required ? issue.with("ask", wanted.ask()).with("ask_en", wanted.askEn()) : issue);
    }
    if (value.state() == State.APPROXIMATE) {
      issues.add(issue("APPROXIMATE", place, name).expecting(shown(value, unit)));
    } else if (reading.has(Doubt.NOTATION) && !reading.has(Doubt.YEAR_INFERRED)) {
      issues.add(issue("NOT_NUMERIC_NOTATION", place, name).expecting(shown(value, unit)));
    }
    if (reading.has(Doubt.YEAR_INFERRED)) {
      issues.add(
          issue(expected.yearPrinted() ? "YEAR_FROM_FORM" : "YEAR_INFERRED", place, name)
              .expecting(shown(value, unit)));
    }
    if (reading.has(Doubt.FOREIGN_UNIT)) {
      issues.add(
          issue("UNIT_FOREIGN", place, name)
              .expecting(unit)
              .with("unit", value.unitAsSent().orElse("")));
    }
  }

  /** What was understood, in the unit of the header where that is 万元; money with its unit. */
  private static String shown(Value value, String unit) {
    boolean tenThousands = unit.equals("元") && value.unitAsSent().filter("万元"::equals).isPresent();
    return value
        .number()
        .map(number -> tenThousands ? number.movePointLeft(4) : number)
        .map(
            number ->
                number.stripTrailingZeros().toPlainString()
                    + (tenThousands ? "万元" : unit.equals("元") ? unit : ""))
        .or(() -> value.date().map(Object::toString))
        .or(value::text)
        .orElse("");
  }

  /** A cached formula result that recomputing does not confirm. */
  private void staleFormula(Place place, String name) {
    Cell cell = place.content();
    if (cell.content() instanceof Cell.Number cached
        && cell.formula().isPresent()
        && cell.formula().get().recomputed().isPresent()
        && cell.formula().get().recomputed().get().compareTo(cached.value()) != 0) {
      issues.add(
          issue("STALE_TOTAL", place, name)
              .expecting(
                  cell.formula().get().recomputed().get().stripTrailingZeros().toPlainString()));
    }
  }

  public static Issue issue(String code, Place place, String name) {
    return Issue.of(code)
        .at(place.sheet(), place.address())
        .about(name)
        .sent(place.sent())
        .with("label", place.label());
  }

  /** What belongs into a cell, in words, in both languages. */
  private record Wanted(String kind, String kindEn, String ask, String askEn) {}
}
