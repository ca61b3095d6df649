package xinglin.schemas.codelist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import xinglin.schemas.value.Labels;

/** Divisions by their names, normalised. Built when the first name is looked up. */
final class DivisionIndex {
  private final Map<String, List<Division>> official = new HashMap<>();
  private final Map<String, List<Division>> further = new HashMap<>();
  private final Map<String, List<Division>> gone = new HashMap<>();
  private final Function<String, Optional<Division>> byCode;

  DivisionIndex(Collection<Division> divisions, Function<String, Optional<Division>> byCode) {
    this.byCode = byCode;
    for (Division division : divisions) {
      String name = Labels.normalise(division.name());
      if (division.isCurrent()) {
        add(official, name, division);
        DivisionNames.shorten(name).ifPresent(shorter -> add(further, shorter, division));
        division.variants().forEach(variant -> add(further, Labels.normalise(variant), division));
      } else {
        add(gone, name, division);
        upgraded(name, division).ifPresent(successor -> add(further, name, successor));
      }
    }
  }

  /** The division that took over name and area: 海门区 for 海门市. */
  private Optional<Division> upgraded(String name, Division former) {
    return former.successors().size() == 1
        ? byCode
            .apply(former.successors().get(0))
            .filter(successor -> stem(Labels.normalise(successor.name())).equals(stem(name)))
        : Optional.empty();
  }

  private static String stem(String name) {
    return DivisionNames.shorten(name).orElse(name);
  }

  private static void add(Map<String, List<Division>> index, String name, Division division) {
    index.computeIfAbsent(name, key -> new ArrayList<>(1)).add(division);
  }

  /**
   * Divisions of the name, parents in front allowed. A name that is official somewhere beats short
   * ones; the longest name beats one with parents split off; what exists beats what is gone; a real
   * division beats a statistical one of the same name.
   */
  List<Division> find(String normalised, Predicate<Division> wanted) {
    for (int start = 0; start < normalised.length(); start++) {
      String parents = normalised.substring(0, start);
      String name = normalised.substring(start);
      for (Map<String, List<Division>> index : List.of(official, further, gone)) {
        List<Division> found =
            index.getOrDefault(name, List.of()).stream()
                .filter(wanted)
                .filter(division -> belongsTo(parents, division.parentCode()))
                .toList();
        if (!found.isEmpty()) {
          List<Division> real = found.stream().filter(division -> !division.pseudo()).toList();
          return real.isEmpty() ? found : real;
        }
      }
    }
    return List.of();
  }

  /**
   * Whether the text is made of names of this ancestor and those above it, lowest last; ancestors
   * may be left out.
   */
  private boolean belongsTo(String parents, Optional<String> ancestorCode) {
    if (parents.isEmpty()) {
      return true;
    }
    Optional<Division> ancestor = ancestorCode.flatMap(byCode);
    if (ancestor.isEmpty()) {
      return false;
    }
    for (String name : names(ancestor.get())) {
      if (parents.endsWith(name)
          && belongsTo(
              parents.substring(0, parents.length() - name.length()),
              ancestor.get().parentCode())) {
        return true;
      }
    }
    return belongsTo(parents, ancestor.get().parentCode());
  }

  /** All names of a division, normalised, official first. */
  static List<String> names(Division division) {
    List<String> names = new ArrayList<>();
    String name = Labels.normalise(division.name());
    names.add(name);
    DivisionNames.shorten(name).ifPresent(names::add);
    division.variants().forEach(variant -> names.add(Labels.normalise(variant)));
    return names;
  }
}
