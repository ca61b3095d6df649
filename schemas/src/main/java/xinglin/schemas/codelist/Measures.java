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
import xinglin.schemas.definition.Mistake;
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
        if (units.putIfAbsent(unit.name(), unit) != null) {
          line.problem("unit", Mistake.of("counting unit \"{0}\" stands twice", unit.name()));
        }
      }
    }
    Map<String, Measure> byId = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (Entry line : entry.list("measures")) {
        Measure measure = read(line, units);
        if (byId.putIfAbsent(measure.id(), measure) != null) {
          line.problem("id", Mistake.of("measure \"{0}\" stands twice", measure.id()));
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
          Mistake.of("no counting unit \"{0}\"", word.get()).near(word.get(), units.keySet()));
    }
    Measure.Kind natural =
        unit.isMoney()
            ? Measure.Kind.AMOUNT
            : unit.isPercent() ? Measure.Kind.PERCENT : Measure.Kind.NUMBER;
    Measure.Kind kind = line.choice("kind", Measure.Kind.class, natural);
    if (kind != Measure.Kind.TEXT && word.isEmpty()) {
      line.problem(Mistake.of("\"{0}\" is missing", "unit"));
    }
    if (kind != natural && kind != Measure.Kind.TEXT) {
      line.problem(
          "kind", Mistake.of("a measure in {0} is of kind {1}", unit.name(), natural.code()));
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
    if (measure.id().equals("?")) {
      line.problem("id", Mistake.of("no id is chosen yet; write it for the question mark"));
    }
    line.done();
    return measure;
  }

  /** Throws IllegalArgumentException for an unknown measure. */
  public Measure get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find measure: " + id + Problems.didYouMean(id, ids())));
  }

  public Optional<Measure> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Ids of all, for "did you mean". */
  public Set<String> ids() {
    return Set.copyOf(byId.keySet());
  }

  /** In the order of the files. */
  public List<Measure> list() {
    return List.copyOf(byId.values());
  }

  public List<CountingUnit> units() {
    return List.copyOf(units.values());
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
        where.problem(Mistake.of("no measure \"{0}\"", id).near(id, ids()));
        return false;
      }
      if (!measure.get().isAdditive()) {
        where.problem(
            Mistake.of(
                "a measure of kind {0} cannot be added up: {1}", measure.get().kind().code(), id));
        return false;
      }
      found.add(measure.get());
    }
    Set<String> names =
        new LinkedHashSet<>(found.stream().map(measure -> measure.unit().name()).toList());
    if (names.size() > 1) {
      where.problem(
          Mistake.of(
              "figures of different counting units cannot be added up: {0} are in {1}",
              String.join(", ", ids), String.join(", ", names)));
    }
    return names.size() <= 1;
  }
}
