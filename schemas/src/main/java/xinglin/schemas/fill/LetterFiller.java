package xinglin.schemas.fill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.LetterBlank;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.sheet.Cell;

/** Reads the filled-in blanks of a letter, and figures that stand in sentences. */
final class LetterFiller {
  private final FormDefinition form;
  private final Vocabulary vocabulary;
  private final CellValues cells;
  private final Issues issues;
  private final Content content;

  LetterFiller(
      FormDefinition form,
      Vocabulary vocabulary,
      CellValues cells,
      Issues issues,
      Content content) {
    this.form = form;
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.issues = issues;
    this.content = content;
  }

  /** The text of a blank as sent, for the reporter's blank. */
  static Optional<Place> find(FormDefinition form, List<AroundText> texts, String blank) {
    for (LetterBlank sentence : form.letter()) {
      for (int index = 0; index < sentence.items().size(); index++) {
        if (!sentence.items().get(index).name().equals(blank)) {
          continue;
        }
        for (AroundText text : texts) {
          Matcher matcher = sentence.pattern().matcher(text.text());
          if (matcher.find() && !matcher.group(index + 1).isBlank()) {
            return Optional.of(place(text, sentence.items().get(index), matcher.group(index + 1)));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Figures go to the content; the blanks of register columns become one line. */
  void fill(List<AroundText> texts) {
    Figures figures =
        new Figures(
            vocabulary,
            cells,
            issues,
            content,
            form.kinds().isEmpty() ? Figure.Role.OBSERVATION : Figure.Role.NARRATIVE,
            Optional.empty());
    Optional<LineValues.Line> line =
        form.table()
            .filter(table -> form.kinds().isEmpty())
            .map(table -> new LineValues(form, vocabulary, cells, content).line());
    String first = "";
    for (LetterBlank sentence : form.letter()) {
      Optional<AroundText> at = sentence(sentence, texts);
      if (at.isPresent()) {
        AroundText text = at.get();
        Matcher matcher = sentence.pattern().matcher(text.text());
        matcher.find();
        for (int index = 0; index < sentence.items().size(); index++) {
          Item item = sentence.items().get(index);
          Place place = place(text, item, matcher.group(index + 1));
          if (item.isMeasure()) {
            figures.add(
                item.subject(), Optional.empty(), place, item.declaredUnit(), item.filled());
          } else {
            line.filter(open -> !open.has(item.name()))
                .ifPresent(open -> open.add(item, place, Optional.empty()));
            content.label(item.name(), place.label());
          }
          first = first.isEmpty() ? text.address() : first;
        }
      }
    }
    line.ifPresent(open -> missing(open, texts));
    String cell = first;
    line.ifPresent(open -> open.close(texts.isEmpty() ? "" : texts.get(0).sheet(), cell));
  }

  /** Where the sentence stands, filled in if possible: a blank line looks like an empty blank. */
  private static Optional<AroundText> sentence(LetterBlank sentence, List<AroundText> texts) {
    List<AroundText> found =
        texts.stream().filter(text -> sentence.pattern().matcher(text.text()).find()).toList();
    return found.stream()
        .filter(text -> isFilled(sentence.pattern().matcher(text.text())))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static boolean isFilled(Matcher matcher) {
    return matcher.find()
        && IntStream.rangeClosed(1, matcher.groupCount())
            .anyMatch(group -> !matcher.group(group).isBlank());
  }

  /** A blank whose sentence was rewritten cannot be found, which is not the same as left blank. */
  private void missing(LineValues.Line line, List<AroundText> texts) {
    for (LetterBlank sentence : form.letter()) {
      for (Item item : sentence.items()) {
        if (item.required() && !item.isMeasure() && !line.has(item.name())) {
          issues.add(
              Issue.of("MISSING_COLUMN")
                  .at(texts.get(0).sheet(), texts.get(0).address())
                  .about(item.name())
                  .with("label", item.labels().isEmpty() ? item.name() : item.labels().get(0))
                  .with("form", form.zh()));
        }
      }
    }
  }

  private static Place place(AroundText text, Item item, String sent) {
    String label = item.labels().isEmpty() ? item.name() : item.labels().get(0);
    String written = sent.replaceAll("[_＿]+", " ");
    return new Place(text.sheet(), text.address(), label, Optional.of(Cell.ofText(0, 0, written)));
  }
}
