package xinglin.schemas.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A header line that a layout fits.
 *
 * @param places column of each field that is there, from 0
 * @param labels its header as sent
 * @param unknown columns that the layout does not know
 * @param headers the whole line as sent
 * @param unit of the amounts: 元 or 万元
 */
public record FoundLayout(
    PenaltyLayout layout,
    Map<PenaltyField, Integer> places,
    Map<PenaltyField, String> labels,
    List<Integer> unknown,
    List<String> headers,
    String unit) {

  public FoundLayout {
    places = Map.copyOf(places);
    labels = Map.copyOf(labels);
    unknown = List.copyOf(unknown);
    headers = List.copyOf(headers);
  }

  /** Columns of the layout that the sheet lacks. */
  public List<LayoutColumn> missing() {
    return layout.columns().stream().filter(column -> !places.containsKey(column.field())).toList();
  }

  /** What the sender calls a field. */
  public String label(PenaltyField field) {
    return Optional.ofNullable(labels.get(field)).orElse(field.zh());
  }

  /** How much is not as the layout has it: of several layouts the one with the least is meant. */
  int distance() {
    return 2 * unknown.size() + missing().size();
  }
}
