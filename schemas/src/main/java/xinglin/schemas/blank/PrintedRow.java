package xinglin.schemas.blank;

import java.util.List;
import xinglin.schemas.form.Subject;

/**
 * A row of a printed table.
 *
 * @param key what it stands for, see {@link Slot#row()}
 * @param label words in front of it; empty if they are to be filled in
 * @param groups of its label, outermost first, printed to the left of it
 * @param section number of the section that it stands in, 0 if there are none
 * @param subject what it and its section say of its figures
 */
record PrintedRow(
    Kind kind, String key, String label, List<String> groups, int section, Subject subject) {
  PrintedRow {
    groups = List.copyOf(groups);
  }

  PrintedRow(Kind kind, String key, String label, int section, Subject subject) {
    this(kind, key, label, List.of(), section, subject);
  }

  boolean isTotal() {
    return kind == Kind.TOTAL || kind == Kind.SUBTOTAL;
  }

  /** What a row is. */
  enum Kind {
    LINE,
    TOTAL,
    /** A total of its section. */
    SUBTOTAL,
    /** A heading over rows. */
    SECTION
  }
}
