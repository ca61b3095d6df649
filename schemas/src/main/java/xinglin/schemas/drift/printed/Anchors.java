package xinglin.schemas.drift.printed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.form.Item;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/** Cells of a grid that hold a label of a layout, or something much like one. */
final class Anchors {
  static final int LONGEST_LABEL = 60;
  private static final int LONGEST_ALIKE = 40;
  private static final double ALIKE = 0.72;

  /** Below this row only exact labels are looked for. */
  private static final int FUZZY_ROWS = 60;

  private static final int LAST_ROW = 400;

  /** A cell, the item it may be, and how sure that is. */
  record Anchor(Cell cell, Item item, double value) {
    boolean exact() {
      return value >= 1;
    }
  }

  private final LabelLikeness likeness;
  private final List<Item> items;
  private final Map<String, Set<Item>> exact = new HashMap<>();
  private final Map<String, List<Anchor>> fuzzy = new HashMap<>();

  Anchors(LabelLikeness likeness, List<Item> items) {
    this.likeness = likeness;
    this.items = items;
    for (Item item : items) {
      for (String label : item.labels()) {
        put(Labels.normalise(label), item);
        put(Labels.withoutUnit(label), item);
        item.under()
            .ifPresent(under -> put(Labels.normalise(under) + Labels.withoutUnit(label), item));
      }
    }
  }

  private void put(String words, Item item) {
    exact.computeIfAbsent(words, key -> new HashSet<>()).add(item);
  }

  /** By row, for the rows that hold any. */
  List<List<Anchor>> of(Grid grid) {
    List<List<Anchor>> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(grid.rowCount(), LAST_ROW); row++) {
      List<Anchor> anchors = new ArrayList<>();
      for (Cell cell : grid.row(row)) {
        if (isLabelLike(cell)) {
          anchors.addAll(of(cell, row < FUZZY_ROWS));
        }
      }
      rows.add(anchors);
    }
    return rows;
  }

  static boolean isLabelLike(Cell cell) {
    return cell.content() instanceof Cell.Text
        && !cell.isBlank()
        && cell.text().length() <= LONGEST_LABEL
        && cell.text().codePoints().anyMatch(Character::isLetter);
  }

  private List<Anchor> of(Cell cell, boolean alsoAlike) {
    Set<Item> same = new HashSet<>(exact.getOrDefault(Labels.normalise(cell.text()), Set.of()));
    same.addAll(exact.getOrDefault(Labels.withoutUnit(cell.text()), Set.of()));
    if (!same.isEmpty()) {
      return same.stream().map(item -> new Anchor(cell, item, 1)).toList();
    }
    if (!alsoAlike || cell.text().length() > LONGEST_ALIKE) {
      return List.of();
    }
    return fuzzy.computeIfAbsent(Labels.withoutUnit(cell.text()), words -> alike(cell)).stream()
        .map(anchor -> new Anchor(cell, anchor.item(), anchor.value()))
        .toList();
  }

  private List<Anchor> alike(Cell cell) {
    List<Anchor> anchors = new ArrayList<>();
    for (Item item : items) {
      double score = likeness.best(cell.text(), item.labels()).score();
      if (score >= ALIKE) {
        anchors.add(new Anchor(cell, item, score * score));
      }
    }
    return anchors;
  }
}
