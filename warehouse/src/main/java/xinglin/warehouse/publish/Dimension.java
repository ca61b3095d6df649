package xinglin.warehouse.publish;

import java.util.List;
import java.util.Map;

/**
 * Rows that come from definitions and decisions, not from files: divisions, measures, campaigns,
 * forms, checks, waivers.
 *
 * @param table published table they fill
 * @param rows texts by column as DuckDB casts them ({@code 2021-01-01}, {@code true}); what is not
 *     there is null
 */
public record Dimension(String table, List<Map<String, String>> rows) {
  public Dimension {
    rows = List.copyOf(rows);
  }
}
