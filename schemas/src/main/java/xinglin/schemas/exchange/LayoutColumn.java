package xinglin.schemas.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/**
 * One column of a partner's sheet.
 *
 * @param labels words of its header, the usual one first; typing errors of exports among them
 * @param names the labels as they are compared
 * @param blank what a record without it is worth
 */
public record LayoutColumn(
    PenaltyField field, List<String> labels, List<HeaderName> names, Blank blank) {
  public LayoutColumn {
    labels = List.copyOf(labels);
    names = List.copyOf(names);
  }

  /** What becomes of a record that leaves a column blank. */
  public enum Blank {
    ALLOWED,
    /** It is taken with a remark. */
    REMARK,
    /** It cannot be told from others, so it is refused. */
    REFUSES
  }

  static Optional<LayoutColumn> read(Entry entry) {
    String name = entry.text("field");
    Optional<PenaltyField> field = PenaltyField.find(name);
    if (field.isEmpty()) {
      List<String> known = Arrays.stream(PenaltyField.values()).map(PenaltyField::column).toList();
      entry.problem(
          "field", Mistake.of("penalty records have no field \"{0}\"", name).near(name, known));
    }
    List<String> labels = new ArrayList<>(entry.texts("labels"));
    if (labels.isEmpty()) {
      entry.problem("labels", Mistake.of("a column needs at least one label"));
    }
    Blank blank = entry.choice("blank", Blank.class, Blank.ALLOWED);
    entry.done();
    List<HeaderName> names =
        labels.stream().flatMap(label -> HeaderName.of(label).stream()).toList();
    return field.map(known -> new LayoutColumn(known, labels, names, blank));
  }
}
