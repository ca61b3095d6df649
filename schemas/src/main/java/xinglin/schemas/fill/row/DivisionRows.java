package xinglin.schemas.fill.row;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.Subject;
import xinglin.schemas.recognise.FoundTable;

/**
 * The divisions that have a row of their own. A row of a division that holds others of them counts
 * those once more: most likely it is the total, under the name of the city.
 */
public final class DivisionRows {
  private final FoundTable table;
  private final RowLabels labels;
  private final CellValues cells;
  private final Divisions divisions;
  private final Issues issues;
  private final Set<String> codes;

  public DivisionRows(
      FoundTable table, RowLabels labels, CellValues cells, Divisions divisions, Issues issues) {
    this.table = table;
    this.labels = labels;
    this.cells = cells;
    this.divisions = divisions;
    this.issues = issues;
    this.codes =
        table.layout().rows().kind() == RowKey.Kind.DIVISION
            ? DataRows.of(table).stream()
                .flatMap(row -> code(labels.label(row)).stream())
                .collect(Collectors.toSet())
            : Set.of();
  }

  private Optional<String> code(String label) {
    return Optional.of(cells.divisions(label.strip()))
        .filter(found -> found.size() == 1)
        .map(found -> found.get(0).code());
  }

  /** Whether no other row is a part of this one's division; said if there is. */
  public boolean countsOnce(Subject subject, int row, String label) {
    Optional<Division> part =
        subject
            .division()
            .filter(code -> code(label).isPresent())
            .flatMap(this::partOf)
            .map(divisions::get);
    part.ifPresent(
        division ->
            issues.add(
                Issue.of("OVERLAPPING_ROWS")
                    .at(table.grid().sheet(), labels.place(row, label).address())
                    .sent(Place.label(label))
                    .with("part", division.name())));
    return part.isEmpty();
  }

  private Optional<String> partOf(String code) {
    return codes.stream()
        .filter(other -> !other.equals(code) && divisions.isWithin(other, code))
        .min(String::compareTo);
  }
}
