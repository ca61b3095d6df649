package xinglin.jobs.rollup;

import java.util.Locale;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.form.Accumulation;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.value.Period;

/**
 * What is to be rolled up.
 *
 * @param form whose attachment is filled in
 * @param division that it is filled in for
 * @param period reports whose whole period lies in it are added up
 */
public record RollupAsked(FormDefinition form, Division division, Period period) {

  /** Level that the form is meant for. */
  String level() {
    return form.reporterLevel().orElse(Division.Level.COUNTY).name().toLowerCase(Locale.ROOT);
  }

  Object[] parameters() {
    return new Object[] {form.formId(), level(), division.code(), period.start(), period.end()};
  }

  /** Why a form cannot be added up, as the key of a text; empty if it can. */
  public static Optional<String> refusal(FormDefinition form) {
    boolean figures =
        form.letter().isEmpty()
            && form.accumulation() == Accumulation.PERIOD
            && form.tables().stream()
                .anyMatch(
                    table ->
                        table.columns().stream().anyMatch(Item::isMeasure)
                            || table.columns().stream()
                                .anyMatch(item -> item.name().equals("value")));
    if (!figures) {
      return Optional.of(form.table().isPresent() ? "rollup.is.register" : "rollup.has.no.figures");
    }
    boolean byYear =
        form.tables().stream()
            .anyMatch(
                table ->
                    table.columns().stream()
                        .anyMatch(
                            item -> item.use() == Item.Use.PART && item.name().equals("year")));
    return byYear ? Optional.of("rollup.has.years") : Optional.empty();
  }
}
