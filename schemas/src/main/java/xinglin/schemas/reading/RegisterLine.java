package xinglin.schemas.reading;

import java.util.Map;
import xinglin.schemas.value.Value;

/**
 * One line of a register.
 *
 * @param table published table it becomes a row of
 * @param key the line key that the register declares, normalised: the same thing in a later edition
 *     of the register has the same key
 * @param ordinal from 0, in reading order
 * @param cell the row's first cell
 * @param values by column name of the table, and by the form's own column name for columns the
 *     table does not keep
 * @param cells cell of each value, same keys
 */
public record RegisterLine(
    String table,
    String key,
    int ordinal,
    String sheet,
    String cell,
    Map<String, Value> values,
    Map<String, String> cells) {

  public RegisterLine {
    values = Map.copyOf(values);
    cells = Map.copyOf(cells);
  }
}
