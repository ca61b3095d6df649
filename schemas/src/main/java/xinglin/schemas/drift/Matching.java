package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.drift.like.Likeness;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.form.Item;
import xinglin.schemas.value.Labels;

/**
 * Which printed label is which declared item: the same words first, then what is most alike by
 * words, group, unit and position. What is left over on both sides is gone and new.
 */
final class Matching {
  private static final double LEAST_ALIKE = 0.5;
  private static final double ENOUGH = 0.55;

  /** A declared item with the label that it is, and how sure that is. */
  record Pair(Item item, PrintedLabel label, Likeness likeness, double confidence) {
    boolean sameWords() {
      return likeness.isSame();
    }
  }

  /** What a label that stands twice means. */
  enum Repeats {
    MEAN_NOTHING,
    ARE_NEW
  }

  private final LabelLikeness likeness;
  private final List<Item> items;
  private final List<PrintedLabel> labels;
  private final Map<Item, Pair> pairs = new LinkedHashMap<>();
  private final List<Item> gone = new ArrayList<>();
  private final List<PrintedLabel> fresh = new ArrayList<>();

  /**
   * @param repeatable whether the same words may stand again without meaning anything new, as where
   *     a table goes on beside itself
   */
  Matching(
      LabelLikeness likeness, List<Item> items, List<PrintedLabel> labels, Repeats repeatable) {
    this.likeness = likeness;
    this.items = items;
    this.labels = labels;
    fresh.addAll(labels);
    same();
    gone.addAll(items.stream().filter(item -> !pairs.containsKey(item)).toList());
    if (repeatable == Repeats.MEAN_NOTHING) {
      fresh.removeIf(label -> items.stream().anyMatch(item -> isSame(item, label)));
    }
  }

  /** Same words in the group that the item asks for; the surest label of an item first. */
  private void same() {
    for (Item item : items) {
      fresh.stream()
          .filter(label -> isSame(item, label))
          .min(Comparator.comparingInt((PrintedLabel label) -> rank(item, label)))
          .ifPresent(
              label -> {
                pairs.put(
                    item, new Pair(item, label, likeness.best(label.text(), item.labels()), 1));
                fresh.remove(label);
              });
    }
  }

  private static boolean isSame(Item item, PrintedLabel label) {
    return rank(item, label) < Integer.MAX_VALUE && inGroup(item, label);
  }

  private static int rank(Item item, PrintedLabel label) {
    String full = Labels.normalise(label.cell().text());
    String bare = Labels.withoutUnit(label.cell().text());
    for (int rank = 0; rank < item.labels().size(); rank++) {
      String known = item.labels().get(rank);
      if (full.equals(Labels.normalise(known))
          || bare.equals(Labels.withoutUnit(known))
          || bare.equals(Labels.normalise(known))) {
        return rank;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Whether all groups that the item asks for stand above or beside the label, or begin it. */
  static boolean inGroup(Item item, PrintedLabel label) {
    List<String> printed = label.groups().stream().map(Labels::normalise).toList();
    String words = Labels.normalise(label.cell().text());
    return item.groups().stream()
        .map(Labels::normalise)
        .allMatch(group -> printed.contains(group) || words.startsWith(group));
  }

  /** Pairs what is left by likeness, the surest first. Called once, after {@link #take}. */
  void pairAlike() {
    List<Pair> candidates = new ArrayList<>();
    for (Item item : gone) {
      for (PrintedLabel label : fresh) {
        pair(item, label).ifPresent(candidates::add);
      }
    }
    candidates.sort(Comparator.comparingDouble((Pair pair) -> -pair.confidence()));
    for (Pair pair : candidates) {
      if (gone.contains(pair.item()) && fresh.contains(pair.label())) {
        pairs.put(pair.item(), pair);
        gone.remove(pair.item());
        fresh.remove(pair.label());
      }
    }
  }

  private Optional<Pair> pair(Item item, PrintedLabel label) {
    Likeness words = likeness.best(label.text(), item.labels());
    double group =
        item.under()
            .map(
                under ->
                    label.groups().stream()
                        .mapToDouble(known -> likeness.compare(known, under).score())
                        .max()
                        .orElse(0))
            .orElse(1.0);
    double place =
        1
            - Math.abs(
                (double) items.indexOf(item) / items.size()
                    - (double) labels.indexOf(label) / labels.size());
    Optional<String> unit = item.labels().stream().findFirst().flatMap(Labels::unit);
    double sameUnit = unit.equals(label.unit()) ? 1 : 0;
    double confidence = 0.72 * words.score() + 0.10 * group + 0.12 * place + 0.06 * sameUnit;
    return words.score() >= LEAST_ALIKE && confidence >= ENOUGH
        ? Optional.of(new Pair(item, label, words, Math.round(confidence * 100) / 100.0))
        : Optional.empty();
  }

  /** Takes items and labels out that were explained otherwise. */
  void take(List<Item> someItems, List<PrintedLabel> someLabels) {
    gone.removeAll(someItems);
    fresh.removeAll(someLabels);
  }

  /** In the order of the definition. */
  List<Pair> pairs() {
    return items.stream().filter(pairs::containsKey).map(item -> pairs.get(item)).toList();
  }

  List<Item> gone() {
    return List.copyOf(gone);
  }

  List<PrintedLabel> fresh() {
    return List.copyOf(fresh);
  }

  /** The paired items before and after a place, which tell where in the table it is. */
  List<Optional<Item>> neighbours(Item item) {
    int at = items.indexOf(item);
    Optional<Item> before = Optional.empty();
    for (Item other : items.subList(0, at)) {
      before = pairs.containsKey(other) ? Optional.of(other) : before;
    }
    Optional<Item> after =
        items.subList(at + 1, items.size()).stream().filter(pairs::containsKey).findFirst();
    return List.of(before, after);
  }

  List<Optional<Item>> neighbours(PrintedLabel label) {
    Optional<Item> before = Optional.empty();
    Optional<Item> after = Optional.empty();
    int at = labels.indexOf(label);
    for (int i = 0; i < labels.size(); i++) {
      Optional<Item> item = itemOf(labels.get(i));
      if (item.isPresent() && i < at) {
        before = item;
      } else if (item.isPresent() && i > at && after.isEmpty()) {
        after = item;
      }
    }
    return List.of(before, after);
  }

  Optional<Item> itemOf(PrintedLabel label) {
    return pairs.values().stream()
        .filter(pair -> pair.label().equals(label))
        .map(Pair::item)
        .findFirst();
  }
}
