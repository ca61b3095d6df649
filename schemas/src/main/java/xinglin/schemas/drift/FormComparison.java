package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.drift.printed.HeaderReader;
import xinglin.schemas.drift.printed.ListReader;
import xinglin.schemas.drift.printed.PrintedTable;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** Compares a file with one edition of one form. */
final class FormComparison {
  private static final double TITLE_WEIGHT = 0.2;

  /** A turned reading has to be clearly better before a file is taken for transposed. */
  private static final double CLEARLY_BETTER = 1.5;

  private final FormDefinition form;
  private final List<Change> changes = new ArrayList<>();
  private final List<PrintedTable> tables;
  private final List<TableDrift> drifts = new ArrayList<>();
  private final double score;

  FormComparison(
      FormDefinition form, Definitions definitions, LabelLikeness likeness, Document document) {
    this.form = form;
    KnownPrint known = KnownPrint.of(form, definitions);
    this.tables = new ArrayList<>();
    TableComparison.Vocabulary vocabulary =
        new TableComparison.Vocabulary(
            likeness,
            new UnitComparison(definitions.measures()),
            new DictionaryMatch(definitions.measures(), definitions.codeLists(), likeness));
    double fit = 0;
    int layouts = 0;
    for (int index = 0; index < form.tables().size(); index++) {
      TableLayout layout = form.tables().get(index);
      Optional<PrintedTable> printed = place(layout, likeness, document);
      layouts += printed.isPresent() || !layout.optional() ? 1 : 0;
      if (printed.isPresent()) {
        tables.add(printed.get());
        TableComparison comparison =
            new TableComparison(vocabulary, known, layout, index, printed.get());
        changes.addAll(comparison.changes());
        drifts.add(comparison.drift());
        fit += comparison.fit();
      }
    }
    AroundTexts texts =
        tables.isEmpty() && !form.letter().isEmpty()
            ? AroundTexts.ofLetter(document)
            : AroundTexts.of(document, tables);
    if (!form.letter().isEmpty() && form.kinds().isEmpty() && document.format().isText()) {
      LetterComparison letter = new LetterComparison(form, texts);
      changes.addAll(letter.changes());
      fit += letter.fit();
      layouts++;
    }
    AroundComparison around =
        new AroundComparison(form, known, likeness, definitions.campaigns(), texts);
    changes.addAll(around.compare());
    changes.sort(Comparator.comparing(Change::kind));
    double title = form.titles().isEmpty() ? 0 : around.titleFit();
    double whole = layouts == 0 ? 0 : Math.min(1, fit / layouts);
    boolean titled = !texts.before().isEmpty() && title > 0;
    this.score = titled ? (1 - TITLE_WEIGHT) * whole + TITLE_WEIGHT * title : whole;
  }

  /** Where the file prints a layout: the grid, straight or turned, that fits best. */
  private Optional<PrintedTable> place(
      TableLayout layout, LabelLikeness likeness, Document document) {
    Optional<PrintedTable> best = Optional.empty();
    for (Grid grid : document.grids()) {
      Optional<PrintedTable> straight = read(layout, likeness, grid, false);
      Optional<PrintedTable> turned =
          layout.isList() ? Optional.empty() : read(layout, likeness, grid.turned(), true);
      Optional<PrintedTable> usual = layout.turned() ? turned : straight;
      Optional<PrintedTable> other = layout.turned() ? straight : turned;
      double usualFit = usual.map(PrintedTable::fit).orElse(0.0);
      double otherFit = other.map(PrintedTable::fit).orElse(0.0);
      Optional<PrintedTable> here = otherFit > CLEARLY_BETTER * usualFit ? other : usual;
      boolean free = here.isPresent() && tables.stream().noneMatch(here.get()::overlaps);
      if (free && (best.isEmpty() || here.get().fit() > best.get().fit())) {
        best = here;
      }
    }
    return best;
  }

  private static Optional<PrintedTable> read(
      TableLayout layout, LabelLikeness likeness, Grid grid, boolean turned) {
    return layout.isList()
        ? new ListReader(layout, likeness).read(grid, turned)
        : new HeaderReader(layout, likeness).read(grid, turned);
  }

  Drift drift() {
    return new Drift(form, drifts, changes);
  }

  Nearest nearest() {
    String sheet = tables.isEmpty() ? "" : tables.get(0).grid().sheet();
    return new Nearest(
        form.formId(),
        form.edition(),
        form.zh(),
        form.en(),
        Math.round(score * 100) / 100.0,
        sheet);
  }

  boolean sharesPlaceWith(FormComparison other) {
    return tables.stream().anyMatch(table -> other.tables.stream().anyMatch(table::overlaps));
  }

  FormDefinition form() {
    return form;
  }
}
