package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.drift.like.Words;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.recognise.DocumentKinds;
import xinglin.schemas.sheet.Document;

/** Finds the edition that a file comes nearest to, and how it differs. Loads nothing. */
public final class DriftFinder {
  /** Below this a file and a form have nothing to do with each other. */
  private static final double NEAR = 0.4;

  /** Two forms whose scores differ by less are equally near. */
  private static final double EQUALLY = 0.03;

  /** From this score on a second form in other cells of the file is there too. */
  private static final double ALSO_THERE = 0.7;

  private static final int SHOWN = 5;
  private final Definitions definitions;
  private final LabelLikeness likeness;

  public DriftFinder(Definitions definitions) {
    this.definitions = definitions;
    this.likeness = new LabelLikeness(Words.of(definitions.codeLists()));
  }

  /**
   * Compares with all editions of all forms, or of one form.
   *
   * @param formId the form to compare with, where a person has said which
   */
  public DriftResult find(Document document, Optional<String> formId) {
    List<FormComparison> comparisons = new ArrayList<>();
    for (FormDefinition form : definitions.forms().list()) {
      if (form.kinds().isEmpty() && (formId.isEmpty() || formId.get().equals(form.formId()))) {
        comparisons.add(new FormComparison(form, definitions, likeness, document));
      }
    }
    comparisons.sort(
        Comparator.comparingDouble((FormComparison one) -> -score(one, document))
            .thenComparing(one -> one.drift().changes().size())
            .thenComparing(
                (FormComparison one) -> one.form().edition(), Comparator.reverseOrder()));
    List<Nearest> nearest =
        comparisons.stream()
            .map(FormComparison::nearest)
            .filter(one -> one.score() > 0.05)
            .limit(SHOWN)
            .toList();
    if (comparisons.isEmpty()
        || (formId.isEmpty() && comparisons.get(0).nearest().score() < NEAR)) {
      return ofKind(document, nearest);
    }
    FormComparison best = comparisons.get(0);
    for (FormComparison other : comparisons) {
      boolean anotherForm = !other.form().formId().equals(best.form().formId());
      if (!anotherForm) {
        continue;
      }
      if (!best.sharesPlaceWith(other) && other.nearest().score() >= ALSO_THERE) {
        return new DriftResult(DriftResult.Outcome.SEVERAL, nearest, Optional.empty());
      }
      if (score(best, document) - score(other, document) < EQUALLY) {
        return new DriftResult(DriftResult.Outcome.UNDECIDED, nearest, Optional.empty());
      }
    }
    return new DriftResult(DriftResult.Outcome.COMPARED, nearest, Optional.of(best.drift()));
  }

  /** What a file prints, where no form comes near. */
  public PrintedForm printed(Document document) {
    return PrintedForm.of(document);
  }

  /** For labels that no form has. */
  public DictionaryMatch dictionary() {
    return new DictionaryMatch(definitions.measures(), definitions.codeLists(), likeness);
  }

  /** A mark of the form that the file was made for lets it win among equals. */
  private static double score(FormComparison comparison, Document document) {
    boolean marked =
        document
            .mark()
            .filter(mark -> mark.formId().equals(comparison.form().formId()))
            .isPresent();
    return comparison.nearest().score() + (marked ? EQUALLY : 0);
  }

  /**
   * Plans and summaries have no printed form: one whose title names a kind of document is as known.
   */
  private DriftResult ofKind(Document document, List<Nearest> nearest) {
    for (FormDefinition form : definitions.forms().list()) {
      boolean named =
          document.format().isText()
              && document.paragraphs().stream()
                  .filter(paragraph -> !paragraph.text().isBlank())
                  .limit(10)
                  .anyMatch(
                      paragraph ->
                          paragraph.text().length() <= 80
                              && DocumentKinds.find(form, paragraph.text()).isPresent());
      if (named) {
        return new DriftResult(
            DriftResult.Outcome.COMPARED,
            List.of(new Nearest(form.formId(), form.edition(), form.zh(), form.en(), 1, "")),
            Optional.of(new Drift(form, List.of(), List.of())));
      }
    }
    return new DriftResult(DriftResult.Outcome.NONE, nearest, Optional.empty());
  }
}
