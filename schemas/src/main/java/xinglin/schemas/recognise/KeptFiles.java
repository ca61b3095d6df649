package xinglin.schemas.recognise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.value.Labels;

/**
 * A PDF is kept as a document, whatever stands in it: which value belongs under which label could
 * only be guessed. If it looks like a printed form, its sender is asked for the form itself.
 */
final class KeptFiles {
  private static final int LONGEST_TITLE = 80;

  private final List<TableFinder> finders;
  private final List<FormDefinition> letters;
  private final Optional<FormDefinition> document;

  KeptFiles(
      List<TableFinder> finders, List<FormDefinition> letters, Optional<FormDefinition> document) {
    this.finders = List.copyOf(finders);
    this.letters = List.copyOf(letters);
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
    return Stream.concat(
            Stream.concat(finders.stream().map(TableFinder::form), letters.stream())
                .filter(form -> isTitled(form, titles)),
            finders.stream().filter(finder -> finder.isPrintedIn(words)).map(TableFinder::form))
        .findFirst();
  }

  private static boolean isTitled(FormDefinition form, List<String> titles) {
    return form.titles().stream()
        .map(Labels::normalise)
        .anyMatch(title -> titles.stream().anyMatch(line -> line.endsWith(title)));
  }
}
