package xinglin.schemas.recognise;

import java.util.List;
import xinglin.schemas.form.FormDefinition;

/**
 * A form found in a file.
 *
 * @param tables its tables in reading order; empty for letters and documents
 * @param before texts above the first table, or all texts of a letter
 * @param after texts below the last table
 */
public record FoundForm(
    FormDefinition form, List<FoundTable> tables, List<AroundText> before, List<AroundText> after) {
  public FoundForm {
    tables = List.copyOf(tables);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
