package xinglin.schemas.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/** All indicators: {@code indicators/*.yaml}. */
public final class Indicators {
  private final Map<String, IndicatorDefinition> byId;
  private final Map<String, Entry> entries;

  private Indicators(Map<String, IndicatorDefinition> byId, Map<String, Entry> entries) {
    this.byId = byId;
    this.entries = entries;
  }

  /**
   * Reads all indicators. One whose unit is not that of the measure it adds up is refused: counting
   * units never add up across kinds. What its statement adds is looked at where the statement is.
   */
  public static Indicators load(DefinitionFiles files, Measures measures, Problems problems) {
    Map<String, IndicatorDefinition> byId = new LinkedHashMap<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Entry entry : files.entries("indicators", problems)) {
      IndicatorDefinition indicator = read(entry);
      if (!entry.file().equals("indicators/" + indicator.id() + ".yaml")) {
        entry.problem("indicator", Mistake.of("the file must have the name of its indicator"));
      }
      checkMeasure(entry, indicator, measures);
      entry.done();
      byId.put(indicator.id(), indicator);
      entries.put(indicator.id(), entry);
    }
    return new Indicators(byId, entries);
  }

  /** Reports forms that nobody defines, where the mistakes of the load went. */
  public void requireForms(Collection<String> known) {
    entries.forEach(
        (id, entry) ->
            get(id).forms().stream()
                .filter(form -> !known.contains(form))
                .forEach(
                    form ->
                        entry.problem(
                            "forms",
                            Mistake.of("there is no form \"{0}\"", form).near(form, known))));
  }

  /** Reports targets of divisions that nobody knows, where the mistakes of the load went. */
  public void requireDivisions(Predicate<String> known) {
    for (Entry entry : entries.values()) {
      for (Entry target : entry.list("targets")) {
        String division = target.text("division");
        if (!division.isEmpty() && !known.test(division)) {
          target.problem("division", Mistake.of("no division \"{0}\"", division));
        }
      }
    }
  }

  /**
   * Reports columns to look at that no row has, where the mistakes of the load went.
   *
   * @param known whether a {@code table.column} can be read from a file
   */
  public void requireColumns(Predicate<String> known) {
    entries.forEach(
        (id, entry) ->
            get(id).looksAt().stream()
                .filter(column -> !known.test(column))
                .forEach(
                    column ->
                        entry.problem(
                            "looks_at", Mistake.of("no column \"{0}\" to use here", column))));
  }

  /** Throws IllegalArgumentException if there is none of this id. */
  public IndicatorDefinition get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("Cannot find indicator: " + id));
  }

  public Optional<IndicatorDefinition> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All, by id. */
  public List<IndicatorDefinition> list() {
    return List.copyOf(byId.values());
  }

  private static IndicatorDefinition read(Entry entry) {
    String id = entry.text("indicator");
    return new IndicatorDefinition(
        id,
        entry.text("zh"),
        entry.text("en"),
        entry.text("meaning"),
        entry.text("meaning_en"),
        entry.text("numerator"),
        entry.text("denominator", ""),
        entry.text("unit"),
        entry.choice(
            "direction", IndicatorDefinition.Direction.class, IndicatorDefinition.Direction.NONE),
        rounding(entry),
        entry.text("counting_rule"),
        entry.texts("forms"),
        entry.choice("reporter_level", Division.Level.class, Division.Level.COUNTY).code(),
        entry.texts("looks_at"),
        entry.text("measure", ""),
        entry.text("printed_measure", id),
        entry.text("note", ""),
        entry.text("source"),
        targets(entry));
  }

  private static Rounding rounding(Entry entry) {
    Optional<String> text = entry.findText("rounding");
    Optional<Rounding> rounding = text.flatMap(Rounding::parse);
    if (text.isPresent() && rounding.isEmpty()) {
      entry.problem("rounding", Mistake.of("\"{0}\" is no rounding like 4 half_up", text.get()));
    }
    return rounding.orElse(Rounding.USUAL);
  }

  private static List<IndicatorTarget> targets(Entry entry) {
    List<IndicatorTarget> targets = new ArrayList<>();
    for (Entry item : entry.list("targets")) {
      IndicatorTarget.Comparison comparison =
          item.choice(
              "comparison", IndicatorTarget.Comparison.class, IndicatorTarget.Comparison.AT_LEAST);
      Optional<BigDecimal> value = item.findText("value").flatMap(text -> number(item, text));
      boolean marksPrevious =
          comparison == IndicatorTarget.Comparison.BELOW_PREVIOUS
              || comparison == IndicatorTarget.Comparison.ABOVE_PREVIOUS;
      if (value.isPresent() == marksPrevious) {
        item.problem(
            "comparison",
            marksPrevious
                ? Mistake.of("takes no \"value\"")
                : Mistake.of("\"value\" is missing beside this comparison"));
      }
      LocalDate from = day(item, "from");
      LocalDate to = day(item, "to");
      if (to.isBefore(from) && !to.equals(LocalDate.EPOCH)) {
        item.problem("to", Mistake.of("the window ends before it begins"));
      }
      IndicatorTarget.Per per =
          item.choice("per", IndicatorTarget.Per.class, IndicatorTarget.Per.WINDOW);
      if (per == IndicatorTarget.Per.YEAR && marksPrevious) {
        item.problem("per", Mistake.of("a year is not compared with the window before"));
      }
      if (per == IndicatorTarget.Per.YEAR && !entry.has("measure")) {
        item.problem("per", Mistake.of("only a sum of one \"measure\" has yearly targets"));
      }
      targets.add(
          new IndicatorTarget(
              item.text("division"), from, to, comparison, per, value, item.text("source")));
      item.done();
    }
    return targets;
  }

  /** A decimal, or a fraction of one ({@code 100/3}), with four decimals. */
  private static Optional<BigDecimal> number(Entry item, String text) {
    try {
      String[] parts = text.split("/", 2);
      BigDecimal upper = new BigDecimal(parts[0].strip());
      BigDecimal lower = parts.length == 2 ? new BigDecimal(parts[1].strip()) : BigDecimal.ONE;
      return Optional.of(upper.divide(lower, 4, RoundingMode.HALF_UP));
    } catch (NumberFormatException | ArithmeticException e) {
      item.problem("value", Mistake.of("\"{0}\" is no number", text));
      return Optional.empty();
    }
  }

  private static LocalDate day(Entry item, String key) {
    String text = item.text(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      item.problem(key, Mistake.of("\"{0}\" is no date like 2021-01-01", text));
      return LocalDate.EPOCH;
    }
  }

  private static void checkMeasure(Entry entry, IndicatorDefinition indicator, Measures measures) {
    if (indicator.measure().isEmpty()) {
      return;
    }
    measures
        .find(indicator.measure())
        .ifPresentOrElse(
            measure -> {
              String unit = measure.unit().name();
              if (!unit.equals(indicator.unit())) {
                entry.problem(
                    "unit",
                    Mistake.of(
                        "\"{0}\" is not the unit of {1}, which is {2}",
                        indicator.unit(), measure.id(), unit));
              }
            },
            () ->
                entry.problem(
                    "measure",
                    Mistake.of("no measure \"{0}\"", indicator.measure())
                        .near(indicator.measure(), measures.ids())));
  }
}
