package xinglin.app.settings;

import java.time.LocalDate;
import java.util.Optional;
import xinglin.routes.openpgp.Term;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code from} and {@code until} of a key. */
final class TermEntry {
  private TermEntry() {}

  static Term read(Entry entry) {
    Optional<LocalDate> from = entry.findDate("from");
    Optional<LocalDate> until = entry.findDate("until");
    if (from.isEmpty() && !entry.has("from")) {
      entry.problem(Mistake.of("\"{0}\" is missing", "from"));
    }
    if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
      entry.problem("until", Mistake.of("ends before it starts"));
    }
    return new Term(from.orElse(LocalDate.EPOCH), until);
  }
}
