package xinglin.schemas.form;

import java.util.List;

/**
 * A field inside a free-text cell, for example {@code 地 址：} in the look-back form.
 *
 * @param column column of the register line
 * @param from other column in whose text the labels of {@code list} are looked for; empty if the
 *     field has a label of its own
 * @param list code list, if coded
 */
public record BlockField(String column, List<String> labels, String from, String list) {
  public BlockField {
    labels = List.copyOf(labels);
  }
}
