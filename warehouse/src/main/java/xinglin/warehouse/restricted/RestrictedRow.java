package xinglin.warehouse.restricted;

import java.util.Map;

/**
 * Personal columns of one row, in the clear.
 *
 * @param id submission id, or delivery id for table delivery
 */
public record RestrictedRow(String id, int ordinal, Map<String, String> values) {
  public RestrictedRow {
    values = Map.copyOf(values);
  }
}
