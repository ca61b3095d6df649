package xinglin.schemas.drift;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/**
 * Words that a known edition prints, as far as its definition and its example tell: group labels
 * that the definition leaves open, labels of the signature line, columns that may be missing.
 *
 * @param words cells of example and definition, compared as {@link Labels} does
 * @param signatures labels before a colon in the example
 * @param example whether there is an example at all
 * @param several whether several campaigns collect the form, each with a print of its own: then
 *     neither order nor columns that may be missing tell anything
 */
record KnownPrint(Set<String> words, Set<String> signatures, boolean example, boolean several) {

  /**
   * Of all editions of the form: a new one is laid over the old one without an example of its own.
   */
  static KnownPrint of(FormDefinition form, Definitions definitions) {
    Set<String> words = new HashSet<>();
    Set<String> signatures = new HashSet<>();
    boolean example = false;
    for (FormDefinition edition : definitions.forms().editions(form.formId())) {
      Optional<String> text =
          definitions.files().find(edition.file().replaceAll("\\.yaml$", ".example.txt"));
      if (text.isPresent()) {
        example = true;
        read(ExampleText.read(text.get(), Map.of()), words, signatures);
      }
    }
    for (TableLayout table : form.tables()) {
      for (Item item : table.columns()) {
        item.under().ifPresent(under -> words.add(Labels.normalise(under)));
      }
    }
    return new KnownPrint(
        Set.copyOf(words), Set.copyOf(signatures), example, form.campaigns().size() > 1);
  }

  private static void read(Document document, Set<String> words, Set<String> signatures) {
    for (Grid grid : document.grids()) {
      for (int row = 0; row < grid.rowCount(); row++) {
        for (Cell cell : grid.row(row)) {
          words.add(Labels.normalise(cell.text()));
          words.add(Labels.withoutUnit(cell.text()));
          signatures.addAll(AroundTexts.labels(cell.text()));
        }
      }
    }
    document
        .paragraphs()
        .forEach(paragraph -> signatures.addAll(AroundTexts.labels(paragraph.text())));
  }

  boolean prints(String label) {
    return words.contains(Labels.normalise(label)) || words.contains(Labels.withoutUnit(label));
  }
}
