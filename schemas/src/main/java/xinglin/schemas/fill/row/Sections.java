package xinglin.schemas.fill.row;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.Subject;
import xinglin.schemas.recognise.FoundTable;

/**
 * In which section the rows of a table stand: below a heading over the whole width, or beside a
 * group label. After a heading that nobody knows the section is unknown, and no row below is read.
 */
public final class Sections {
  private final RowLabels labels;
  private final List<Item> declared;
  private final CellValues cells;
  private Optional<Item> current = Optional.empty();
  private Subject subject = Subject.NOTHING;
  private boolean lost;

  public Sections(FoundTable table, RowLabels labels, CellValues cells) {
    this.labels = labels;
    this.declared = table.layout().rows().sections();
    this.cells = cells;
  }

  public boolean areDeclared() {
    return !declared.isEmpty();
  }

  /** Whether this text is the heading of a section; the rows below belong to it then. */
  public boolean enter(String heading) {
    Optional<Item> found = labels.section(heading);
    if (found.isPresent()) {
      current = found;
      subject = found.get().subject();
      lost = false;
      return true;
    }
    Optional<Item> ofDivisions =
        declared.stream().filter(item -> item.type() == Item.Type.DIVISION).findFirst();
    List<Division> places = ofDivisions.isPresent() ? cells.divisions(heading.strip()) : List.of();
    if (places.size() != 1) {
      return false;
    }
    current = ofDivisions;
    subject = Subject.ofDivision(places.get(0).code());
    lost = false;
    return true;
  }

  /** Group labels beside a row are sections too. */
  public void beside(int row) {
    if (areDeclared()) {
      labels.groups(row).forEach(this::enter);
    }
  }

  /** A heading that is no known section. */
  public void lose() {
    lost = true;
  }

  public boolean areLost() {
    return lost;
  }

  public Optional<Item> current() {
    return current;
  }

  public Subject subject() {
    return subject;
  }
}
