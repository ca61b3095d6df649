package xinglin.jobs.rollup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.engine.Definitions;
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

  /**
   * The divisions that campaigns with this form are about, if all of them lie below the one that it
   * is filled in for: of the others nobody asked a report.
   */
  public List<String> scopesBelow(Definitions definitions) {
    Divisions divisions = definitions.divisions();
    List<Division> scopes =
        form.campaigns().stream()
            .map(id -> definitions.campaigns().get(id).scope())
            .distinct()
            .flatMap(code -> divisions.find(code).stream())
            .filter(scope -> isAbove(scope, divisions))
            .toList();
    boolean whole =
        form.campaigns().stream()
            .map(id -> definitions.campaigns().get(id).scope())
            .anyMatch(division.code()::equals);
    return whole ? List.of() : scopes.stream().map(Division::name).toList();
  }

  private boolean isAbove(Division below, Divisions divisions) {
    Optional<Division> above = below.parentCode().flatMap(divisions::find);
    while (above.isPresent() && !above.get().code().equals(division.code())) {
      above = above.get().parentCode().flatMap(divisions::find);
    }
    return above.isPresent();
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
