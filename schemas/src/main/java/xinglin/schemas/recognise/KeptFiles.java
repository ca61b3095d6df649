package xinglin.schemas.recognise;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.value.Labels;

/**
 * A PDF is kept as a document, whatever stands in it: which value belongs under which label could
 * only be guessed. If it looks like a printed form, its sender is asked for the form itself.
 */
final class KeptFiles {
  private static final int LONGEST_TITLE = 80;

  /** Share of the labels of a table that must be there, and how many at least. */
  private static final double ENOUGH = 0.8;

  private static final int FEWEST_LABELS = 4;

  private final List<FormDefinition> forms;
  private final Optional<FormDefinition> document;

  /**
   * @param forms all that could be printed in a PDF
   * @param document the form of which a kept file is one
   */
  KeptFiles(List<FormDefinition> forms, Optional<FormDefinition> document) {
    this.forms = forms.stream().filter(form -> form.kinds().isEmpty()).toList();
    this.document = document;
  }

  /** The nearest form is the one that seems to be printed in the file. */
  Recognition keep(Document file) {
    List<AroundText> texts = file.paragraphs().stream().map(AroundText::of).toList();
    List<FoundForm> kept =
        document.map(form -> new FoundForm(form, List.of(), texts, List.of())).stream().toList();
    return new Recognition(
        kept, printed(texts).map(form -> new Recognition.Nearest(form, List.of())));
  }

  private Optional<FormDefinition> printed(List<AroundText> texts) {
    List<String> titles =
        texts.stream()
            .map(text -> Labels.normalise(text.text()))
            .filter(text -> text.length() <= LONGEST_TITLE && !text.startsWith("附件"))
            .toList();
    String words = Labels.normalise(String.join("", texts.stream().map(AroundText::text).toList()));
    return forms.stream()
        .filter(form -> isTitled(form, titles))
        .findFirst()
        .or(
            () ->
                forms.stream()
                    .filter(
                        form -> form.tables().stream().anyMatch(table -> isPrinted(table, words)))
                    .findFirst());
  }

  /** Whether nearly all labels of a table stand somewhere in the text. */
  private static boolean isPrinted(TableLayout table, String words) {
    long there =
        table.columns().stream()
            .filter(
                item ->
                    item.labels().stream()
                        .anyMatch(label -> words.contains(Labels.withoutUnit(label))))
            .count();
    return there >= FEWEST_LABELS && there >= ENOUGH * table.columns().size();
  }

  private static boolean isTitled(FormDefinition form, List<String> titles) {
    return form.titles().stream()
        .map(Labels::normalise)
        .anyMatch(title -> titles.stream().anyMatch(line -> line.endsWith(title)));
  }
}
