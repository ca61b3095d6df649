package xinglin.schemas.drift.printed;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Labels;

/**
 * A label as a file prints it.
 *
 * @param address A1 as the sender sees it
 * @param groups labels above it (beside it in a list), outermost first
 * @param order position among the labels of its table
 */
public record PrintedLabel(
    String sheet, String address, Cell cell, List<String> groups, int order) {
  public PrintedLabel {
    groups = List.copyOf(groups);
  }

  /** On one line, without the spaces that only spread the characters. */
  public String text() {
    return oneLine(cell.text());
  }

  public Optional<String> unit() {
    return Labels.unit(cell.text());
  }

  /** The nearest group label, empty if there is none. */
  public String group() {
    return groups.isEmpty() ? "" : groups.get(groups.size() - 1);
  }

  /** A label without line breaks and spaces, as it goes into a definition. */
  public static String oneLine(String text) {
    return text.replaceAll("[\\s\\u00a0\\u3000\\u200b\\ufeff]+", "");
  }
}
