package xinglin.schemas.drift;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.form.Item;

/**
 * One difference between a file and a known edition.
 *
 * @param sheet sheet in the file
 * @param cell cell in the file; empty for what is no longer there
 * @param old what the known edition says, empty for what is new
 * @param now what the file prints, empty for what is gone
 * @param measure measure or column that it concerns; for what is new, one of the dictionary that
 *     comes near
 * @param items what the known edition declares
 * @param labels what the file prints
 * @param layout table of the definition, from 0
 * @param confidence 0 to 1
 * @param reason why it is taken for this
 */
public record Change(
    ChangeKind kind,
    String sheet,
    String cell,
    String old,
    String now,
    Optional<String> measure,
    List<Item> items,
    List<PrintedLabel> labels,
    int layout,
    double confidence,
    Wording reason) {
  public Change {
    items = List.copyOf(items);
    labels = List.copyOf(labels);
  }

  /** A text around the tables. */
  static Change around(
      ChangeKind kind,
      AroundTexts.Text place,
      String old,
      String now,
      double confidence,
      Wording reason) {
    return new Change(
        kind,
        place.sheet(),
        place.address(),
        old,
        now,
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        confidence,
        reason);
  }

  /** Line of the definition that it concerns; 0 if none. */
  public int line() {
    return items.isEmpty() ? 0 : items.get(0).line();
  }
}
