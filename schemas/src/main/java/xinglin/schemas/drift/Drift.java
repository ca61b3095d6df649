package xinglin.schemas.drift;

import java.util.List;
import xinglin.schemas.form.FormDefinition;

/**
 * How a file differs from the edition that it comes nearest to.
 *
 * @param form that edition
 * @param tables where its tables stand in the file
 * @param changes the most important first; empty if there is none
 */
public record Drift(FormDefinition form, List<TableDrift> tables, List<Change> changes) {
  public Drift {
    tables = List.copyOf(tables);
    changes = List.copyOf(changes);
  }
}
