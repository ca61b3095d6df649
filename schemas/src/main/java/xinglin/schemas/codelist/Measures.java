package xinglin.schemas.codelist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.value.Labels;

/** All measures and their counting units: {@code measures/*.yaml}. */
public final class Measures {
  private final Map<String, Measure> byId;
  private final Map<String, CountingUnit> units;
  private final Map<String, Set<Measure>> byLabel = new LinkedHashMap<>();

  private Measures(Map<String, Measure> byId, Map<String, CountingUnit> units) {
    this.byId = byId;
    this.units = units;
    for (Measure measure : byId.values()) {
      index(measure.zh(), measure);
      measure.synonyms().forEach(label -> index(label, measure));
    }
  }

  private void index(String label, Measure measure) {
    byLabel.computeIfAbsent(Labels.normalise(label), key -> new LinkedHashSet<>()).add(measure);
  }

  public static Measures load(DefinitionFiles files, Problems problems) {
    List<Entry> entries = files.entries("measures", problems);
    Map<String, CountingUnit> units = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (Entry line : entry.list("units")) {
        CountingUnit unit = new CountingUnit(line.text("unit"), Set.copyOf(line.texts("synonyms")));
        line.text("en");
        line.done();
        if (units.put(unit.name(), unit) != null) {
          line.problem("unit", "counting unit \"" + unit.name() + "\" stands twice");
        }
      }
    }
    Map<String, Measure> byId = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (Entry line : entry.list("measures")) {
        Measure measure = read(line, units);
        if (byId.put(measure.id(), measure) != null) {
          line.problem("id", "measure \"" + measure.id() + "\" stands twice");
        }
      }
      entry.done();
    }
    return new Measures(byId, units);
  }

  private static Measure read(Entry line, Map<String, CountingUnit> units) {
    Optional<String> word = line.findText("unit");
    CountingUnit unit = CountingUnit.NONE;
    if (word.isPresent() && units.containsKey(word.get())) {
      unit = units.get(word.get());
    } else if (word.isPresent()) {
      line.problem(
          "unit",
          "no counting unit \""
              + word.get()
              + "\""
              + Problems.didYouMean(word.get(), units.keySet()));
    }
    Measure.Kind natural =
        unit.isMoney()
            ? Measure.Kind.AMOUNT
            : unit.isPercent() ? Measure.Kind.PERCENT : Measure.Kind.NUMBER;
    Measure.Kind kind = line.choice("kind", Measure.Kind.class, natural);
    if (kind != Measure.Kind.TEXT && word.isEmpty()) {
      line.problem("\"unit\" is missing");
    }
    if (kind != natural && kind != Measure.Kind.TEXT) {
      line.problem("kind", "a measure in " + unit.name() + " is of kind " + natural.code());
    }
    Measure measure =
        new Measure(
            line.text("id"),
            line.text("zh"),
            line.text("en"),
            unit.withSynonyms(Set.copyOf(line.texts("unit_synonyms"))),
            kind,
            line.texts("synonyms"),
            line.text("counting_rule", ""),
            line.flag("point_in_time", false));
    line.done();
    return measure;
  }

  /** Throws IllegalArgumentException for an unknown measure. */
  public Measure get(String id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalArgumentException("Cannot find measure: " + id + didYouMean(id)));
  }

  public Optional<Measure> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** For messages about a measure id of another definition. */
  public String didYouMean(String id) {
    return Problems.didYouMean(id, byId.keySet());
  }

  /** In the order of the files. */
  public List<Measure> list() {
    return List.copyOf(byId.values());
  }

  public Optional<CountingUnit> findUnit(String name) {
    return Optional.ofNullable(units.get(name));
  }

  /**
   * Measures of this label or synonym, with or without its unit in brackets; more than one where a
   * label is used twice.
   */
  public List<Measure> findByLabel(String label) {
    Set<Measure> exact = byLabel.getOrDefault(Labels.normalise(label), Set.of());
    return List.copyOf(
        exact.isEmpty() ? byLabel.getOrDefault(Labels.withoutUnit(label), Set.of()) : exact);
  }

  /**
   * Reports a problem unless all exist and can be added up: one counting unit, neither percentages
   * nor texts.
   */
  public boolean checkAddable(Collection<String> ids, Entry where) {
    List<Measure> found = new ArrayList<>();
    for (String id : ids) {
      Optional<Measure> measure = find(id);
      if (measure.isEmpty()) {
        where.problem("no measure \"" + id + "\"" + didYouMean(id));
        return false;
      }
      if (!measure.get().isAdditive()) {
        where.problem(
            "a measure of kind " + measure.get().kind().code() + " cannot be added up: " + id);
        return false;
      }
      found.add(measure.get());
    }
    Set<String> names =
        new LinkedHashSet<>(found.stream().map(measure -> measure.unit().name()).toList());
    if (names.size() > 1) {
      where.problem(
          "figures of different counting units cannot be added up: "
              + String.join(", ", ids)
              + " are in "
              + String.join(", ", names));
    }
    return names.size() <= 1;
  }
}
