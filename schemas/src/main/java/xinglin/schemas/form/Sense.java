package xinglin.schemas.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.value.Labels;

/** What is well formed and still cannot be meant: reported before a file is read wrongly. */
final class Sense {
  private Sense() {}

  /** A label or {@code unit} in a unit that figures of the measure cannot have. */
  static void units(Entry entry, Item item, Measures measures) {
    Optional<Measure> measure = item.subject().measure().flatMap(measures::find);
    if (measure.isEmpty() || measure.get().kind() == Measure.Kind.TEXT) {
      return;
    }
    Stream.concat(
            Stream.of(item.unit()).filter(unit -> !unit.isEmpty()),
            item.labels().stream().flatMap(label -> Labels.unit(label).stream()))
        .filter(Labels::isUnit)
        .filter(unit -> measure.get().unit().scaleOf(unit).isEmpty())
        .distinct()
        .forEach(
            unit ->
                entry.problem(
                    entry.has("labels") ? "labels" : "measure",
                    Mistake.of(
                        "figures in {0} cannot be {1}, which is counted in {2}",
                        unit, measure.get().id(), measure.get().unit().name())));
  }

  /** Two columns that print the same words under the same group. */
  static void alike(Entry table, List<Item> columns) {
    Map<String, Item> seen = new HashMap<>();
    for (Item item : columns) {
      Optional<String> label = item.labels().stream().findFirst();
      if (label.isPresent()) {
        String words = String.join("/", item.groups()) + "/" + Labels.normalise(label.get());
        Item first = seen.computeIfAbsent(words, unseen -> item);
        if (!first.equals(item)) {
          table.problem(
              "columns",
              Mistake.of(
                  "two columns have the label \"{0}\"; say with under in which group each stands",
                  label.get()));
        }
      }
    }
  }

  /** A total is compared with its parts; without any it says nothing. */
  static void totals(Entry table, boolean isList, RowKey rows, List<Item> columns) {
    boolean onlyTotals =
        !rows.items().isEmpty()
            && rows.kind() == RowKey.Kind.CATEGORY
            && rows.items().stream().allMatch(Item::isTotal);
    if (onlyTotals) {
      table.problem("rows", Mistake.of("the total has no parts: list the rows it sums up"));
    }
    if (isList) {
      List<String> parts =
          columns.stream().filter(item -> !item.isTotal()).map(Item::name).toList();
      String alone =
          columns.stream()
              .filter(item -> item.isTotal() && !parts.contains(item.name()))
              .flatMap(item -> item.subject().measure().stream())
              .filter(name -> !parts.contains(name))
              .distinct()
              .collect(Collectors.joining(", "));
      if (!alone.isEmpty()) {
        table.problem("columns", Mistake.of("no parts beside the total of {0}", alone));
      }
    }
  }
}
