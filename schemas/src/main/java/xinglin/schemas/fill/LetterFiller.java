package xinglin.schemas.fill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.LetterBlank;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.table.Column;
import xinglin.schemas.value.Value;

/** Reads the filled-in blanks of a letter, and figures that stand in sentences. */
final class LetterFiller {
  private final FormDefinition form;
  private final Vocabulary vocabulary;
  private final CellValues cells;
  private final Content content;

  LetterFiller(FormDefinition form, Vocabulary vocabulary, CellValues cells, Content content) {
    this.form = form;
    this.vocabulary = vocabulary;
    this.cells = cells;
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
    Map<String, Value> values = new HashMap<>();
    Map<String, String> addresses = new HashMap<>();
    String first = "";
    Set<String> restricted =
        form
            .table()
            .map(table -> vocabulary.tables().get(table).restricted())
            .orElse(List.of())
            .stream()
            .map(Column::name)
            .collect(Collectors.toSet());
    for (LetterBlank sentence : form.letter()) {
      for (AroundText text : texts) {
        Matcher matcher = sentence.pattern().matcher(text.text());
        if (!matcher.find()) {
          continue;
        }
        for (int index = 0; index < sentence.items().size(); index++) {
          Item item = sentence.items().get(index);
          Place place = place(text, item, matcher.group(index + 1));
          if (item.isMeasure()) {
            figure(item, place);
          } else if (!values.containsKey(item.name())) {
            values.put(item.name(), cells.column(item, place, restricted.contains(item.name())));
            addresses.put(item.name(), place.address());
            content.label(item.name(), place.label());
            if (item.type() == Item.Type.DIVISION) {
              values.put("division_name", Value.ofText(place.sent(), place.sent().strip()));
            }
          }
          first = first.isEmpty() ? text.address() : first;
        }
        break;
      }
    }
    if (form.table().isPresent() && form.kinds().isEmpty()) {
      String key = new LineKey(restricted, vocabulary.pseudonym()).of(form.key(), values);
      content.line(
          form.table().get(),
          key,
          texts.isEmpty() ? "" : texts.get(0).sheet(),
          first,
          values,
          addresses);
    }
  }

  private void figure(Item item, Place place) {
    Measure measure = vocabulary.measures().get(item.name());
    Optional<String> unit = Optional.of(item.unit()).filter(word -> !word.isEmpty());
    Value value = cells.figure(measure, place, unit, item.filled());
    Figure.Role role = form.kinds().isEmpty() ? Figure.Role.OBSERVATION : Figure.Role.NARRATIVE;
    content.figure(
        measure.id(),
        role,
        item.category(),
        Optional.empty(),
        Optional.empty(),
        value,
        measure.unit().name(),
        place);
  }

  private static Place place(AroundText text, Item item, String sent) {
    String label = item.labels().isEmpty() ? item.name() : item.labels().get(0);
    return new Place(text.sheet(), text.address(), label, Optional.of(Cell.ofText(0, 0, sent)));
  }
}
