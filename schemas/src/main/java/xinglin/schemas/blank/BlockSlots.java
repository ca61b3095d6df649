package xinglin.schemas.blank;

import java.util.List;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.Subject;
import xinglin.schemas.form.TableLayout;

/** A cell of free text with labelled blocks. */
final class BlockSlots {
  private BlockSlots() {}

  /** The labels of a block, spaced to the same width, each with room behind it. */
  static Slot of(TableLayout layout, Item item, String row, String header) {
    List<String> labels =
        layout.blocks().stream()
            .filter(field -> field.from().isEmpty())
            .map(field -> field.labels().get(0))
            .toList();
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = labels.stream().map(label -> spaced(label, longest) + "：").toList();
    return new Slot(
        item.name(),
        row,
        Slot.Kind.LONG_TEXT,
        header,
        "每一户填写一组（" + String.join("、", labels) + "），多户的接着往下写",
        List.of(),
        String.join("\n", lines),
        "",
        Subject.NOTHING);
  }

  private static String spaced(String label, int length) {
    int gaps = label.length() - 1;
    int spaces = 2 * (length - label.length());
    if (gaps < 1 || spaces <= 0) {
      return label;
    }
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < label.length(); at++) {
      text.append(label.charAt(at));
      if (at < gaps) {
        text.append(" ".repeat(spaces / gaps));
      }
    }
    return text.toString();
  }
}
