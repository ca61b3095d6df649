package xinglin.schemas.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code reporters:} of an expectation. */
final class ReportersEntry {
  private ReportersEntry() {}

  static Reporters read(Entry entry, String scope) {
    List<Reporters.Change> changes = new ArrayList<>();
    for (Entry line : entry.list("changes")) {
      changes.add(change(line));
    }
    Reporters reporters =
        new Reporters(
            entry.text("scope", scope),
            entry.choice("level", Division.Level.class, Division.Level.COUNTY),
            entry.texts("except"),
            entry.texts("also"),
            changes);
    entry.done();
    return reporters;
  }

  private static Reporters.Change change(Entry line) {
    Optional<LocalDate> from = line.findDate("from");
    Optional<LocalDate> to = line.findDate("to");
    if (from.isEmpty() && to.isEmpty() && !line.has("from") && !line.has("to")) {
      line.problem(Mistake.of("\"{0}\" or \"{1}\" is missing", "from", "to"));
    }
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.problem("to", Mistake.of("\"{0}\" is before \"{1}\"", "to", "from"));
    }
    Reporters.Change change =
        new Reporters.Change(line.texts("divisions"), from, to, line.flag("reports", false));
    line.text("why");
    line.done();
    return change;
  }

  /** Reports divisions that do not exist, and exceptions of divisions that would not report. */
  static void check(Entry expectation, Reporters reporters, Divisions divisions) {
    Entry entry = expectation.get("reporters");
    Stream.of(
            reporters.except().stream(),
            reporters.also().stream(),
            reporters.changes().stream().flatMap(change -> change.divisions().stream()))
        .flatMap(codes -> codes)
        .filter(code -> divisions.find(code).isEmpty())
        .distinct()
        .forEach(code -> entry.problem(Mistake.of("no division \"{0}\"", code)));
    reporters.except().stream()
        .filter(code -> divisions.find(code).isPresent())
        .filter(
            code ->
                divisions.get(code).level() != reporters.level()
                    || !divisions.isWithin(code, reporters.scope()))
        .forEach(
            code ->
                entry.problem(
                    "except", Mistake.of("division \"{0}\" would not report anyway", code)));
  }
}
