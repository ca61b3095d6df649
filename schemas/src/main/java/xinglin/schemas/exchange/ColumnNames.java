package xinglin.schemas.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Columns of a layout by their folded labels: a header is looked up, not compared with each. */
public final class ColumnNames {
  private final List<LayoutColumn> columns;
  private final Map<String, List<Integer>> places = new HashMap<>();

  ColumnNames(List<LayoutColumn> columns) {
    this.columns = List.copyOf(columns);
    for (int at = 0; at < columns.size(); at++) {
      for (HeaderName name : columns.get(at).names()) {
        for (String key : keys(name)) {
          places.computeIfAbsent(key, added -> new ArrayList<>(1)).add(at);
        }
      }
    }
  }

  /** With the unit or without. */
  private static List<String> keys(HeaderName name) {
    return List.of("words " + name.words(), "all " + name.all());
  }

  /** The first column of this name that is not taken. */
  Optional<LayoutColumn> find(HeaderName header, Set<PenaltyField> taken) {
    int first = columns.size();
    for (String key : keys(header)) {
      for (int at : places.getOrDefault(key, List.of())) {
        if (at < first && !taken.contains(columns.get(at).field())) {
          first = at;
        }
      }
    }
    return first < columns.size() ? Optional.of(columns.get(first)) : Optional.empty();
  }
}
