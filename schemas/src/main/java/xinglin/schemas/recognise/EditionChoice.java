package xinglin.schemas.recognise;

import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.form.EditionOrder;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.sheet.FormMark;
import xinglin.schemas.value.Labels;

/**
 * Chooses between editions of one form that all match the same cells: the edition the file is
 * marked with, else the one whose labels fit best here, else in the whole file, else the newest.
 */
final class EditionChoice {
  private final Optional<FormMark> mark;

  EditionChoice(Optional<FormMark> mark) {
    this.mark = mark;
  }

  /** The tables without those that another edition of their form reads better. */
  List<FoundTable> best(List<FoundTable> tables) {
    if (!haveRivals(tables)) {
      return tables;
    }
    Map<FoundTable, Integer> fits = new IdentityHashMap<>();
    Map<FormDefinition, Integer> inFile = new IdentityHashMap<>();
    for (FoundTable table : tables) {
      int fit = fit(table);
      fits.put(table, fit);
      inFile.merge(table.form(), fit, Integer::sum);
    }
    Comparator<FoundTable> better =
        Comparator.comparing((FoundTable table) -> isMarked(table.form()))
            .thenComparing(fits::get)
            .thenComparing(table -> inFile.get(table.form()))
            .thenComparing(table -> table.form().edition(), new EditionOrder());
    return tables.stream()
        .filter(
            table ->
                tables.stream()
                    .noneMatch(
                        other -> areRivals(table, other) && better.compare(other, table) > 0))
        .toList();
  }

  boolean isMarked(FormDefinition form) {
    return mark.map(
            known -> known.formId().equals(form.formId()) && known.edition().equals(form.edition()))
        .orElse(false);
  }

  private static boolean haveRivals(List<FoundTable> tables) {
    return tables.stream()
        .anyMatch(table -> tables.stream().anyMatch(other -> areEditions(table, other)));
  }

  private static boolean areEditions(FoundTable table, FoundTable other) {
    return table.form().formId().equals(other.form().formId())
        && !table.form().edition().equals(other.form().edition());
  }

  private static boolean areRivals(FoundTable table, FoundTable other) {
    return areEditions(table, other) && table.overlaps(other);
  }

  /** Labels found, less those missing and those that the edition does not know. */
  private static int fit(FoundTable table) {
    int columns = table.blocks().get(0).size() - table.missing().size() - table.unknown().size();
    return columns + rows(table);
  }

  private static int rows(FoundTable table) {
    RowKey key = table.layout().rows();
    if (key.items().isEmpty() || table.rowLabelColumn().isEmpty()) {
      return 0;
    }
    Set<String> known = new HashSet<>();
    for (Item item : key.items()) {
      item.labels().forEach(label -> known.add(Labels.withoutUnit(label)));
    }
    int fit = 0;
    for (int row = table.headerBottom(); row < table.dataEnd(); row++) {
      String label = Labels.withoutUnit(table.grid().text(row, table.rowLabelColumn().getAsInt()));
      if (!label.isEmpty()) {
        fit += known.contains(label) ? 1 : -1;
      }
    }
    return key.kind() == RowKey.Kind.DIVISION ? 0 : fit;
  }
}
