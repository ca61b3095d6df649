package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.form.Item;
import xinglin.schemas.value.Labels;

/** One column that became several, or several that became one. Neither is a new name. */
final class Regrouping {
  private final Matching matching;
  private final Predicate<Item> printed;
  private final Report report;

  Regrouping(Matching matching, Predicate<Item> printed, Report report) {
    this.matching = matching;
    this.printed = printed;
    this.report = report;
  }

  /** Takes a change. */
  interface Report {
    void add(
        ChangeKind kind,
        List<Item> items,
        List<PrintedLabel> labels,
        String old,
        String now,
        double confidence,
        Wording reason);
  }

  void find() {
    for (Item item : matching.gone()) {
      split(item);
    }
    for (PrintedLabel label : matching.fresh()) {
      merged(label);
    }
  }

  private void split(Item item) {
    List<PrintedLabel> parts =
        matching.fresh().stream()
            .filter(label -> item.labels().stream().anyMatch(old -> isPart(label, old)))
            .toList();
    if (parts.size() < 2) {
      return;
    }
    boolean grouped = parts.stream().allMatch(part -> part.group().equals(parts.get(0).group()));
    String names = parts.stream().map(PrintedLabel::text).collect(Collectors.joining("、"));
    String now =
        grouped && !parts.get(0).group().isEmpty() && !holds(parts.get(0).text(), item)
            ? parts.get(0).group() + "（" + names + "）"
            : names;
    report.add(
        ChangeKind.SPLIT,
        List.of(item),
        parts,
        TableComparison.first(item),
        now,
        0.9,
        new Wording("各栏都带有原来的名称", "each has the old name in it"));
    matching.take(List.of(item), parts);
  }

  private static boolean holds(String text, Item item) {
    return item.labels().stream()
        .anyMatch(label -> Labels.normalise(text).contains(Labels.withoutUnit(label)));
  }

  private static boolean isPart(PrintedLabel label, String old) {
    String words = Labels.withoutUnit(old);
    return words.length() >= 2
        && (Labels.normalise(label.cell().text()).contains(words)
            || label.groups().stream().map(Labels::withoutUnit).anyMatch(words::equals));
  }

  private void merged(PrintedLabel label) {
    String words = Labels.withoutUnit(label.cell().text());
    if (words.length() < 2) {
      return;
    }
    List<Item> parts = new ArrayList<>();
    for (Item item : matching.gone()) {
      String under = item.under().map(Labels::normalise).orElse("");
      boolean inside =
          item.labels().stream()
              .map(old -> under + Labels.withoutUnit(old))
              .anyMatch(old -> old.contains(words) || (old.length() >= 2 && words.contains(old)));
      if (inside && printed.test(item)) {
        parts.add(item);
      }
    }
    if (parts.size() < 2) {
      return;
    }
    report.add(
        ChangeKind.MERGED,
        parts,
        List.of(label),
        parts.stream().map(TableComparison::full).collect(Collectors.joining("、")),
        label.text(),
        0.8,
        new Wording(
            "原来几栏的名称都含有“" + label.text() + "”",
            "the old names all have “" + label.text() + "” in them"));
    matching.take(parts, List.of(label));
  }
}
