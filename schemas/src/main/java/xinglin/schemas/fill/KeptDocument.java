package xinglin.schemas.fill;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.recognise.DocumentKinds;
import xinglin.schemas.recognise.FoundForm;
import xinglin.schemas.value.Value;

/**
 * The kept document itself is one line: what kind it is, its title, its pages, how many figures
 * were found in it.
 */
record KeptDocument(FoundForm found, Optional<Reporter> reporter, Optional<Integer> pages) {
  private static final int LONGEST_TITLE = 80;

  /**
   * @param content whose figures are counted, and which gets the line
   */
  void fill(Content content) {
    FormDefinition form = found.form();
    Optional<AroundText> named =
        found.before().stream()
            .filter(text -> DocumentKinds.find(form, text.text()).isPresent())
            .findFirst();
    Optional<AroundText> title = named.or(this::firstLine);
    String kind =
        named.flatMap(text -> DocumentKinds.find(form, text.text())).orElse(DocumentKinds.OTHER);
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("kind", Value.ofText(kind, kind));
    title.ifPresent(text -> values.put("title", Value.ofText(text.text(), text.text().strip())));
    reporter.ifPresent(
        known -> values.put("division_code", Value.ofText(known.name(), known.code())));
    pages.ifPresent(count -> values.put("pages", number(count)));
    values.put(
        "figures_found",
        number(
            content.figures().stream()
                .filter(figure -> figure.role() == Figure.Role.NARRATIVE)
                .count()));
    content.line(
        form.table().orElse("document"),
        new LineKey(Set.of(), UnaryOperator.identity()).of(form.key(), values),
        title.map(AroundText::sheet).orElse(""),
        title.map(AroundText::address).orElse(""),
        values,
        Map.of());
  }

  private Optional<AroundText> firstLine() {
    return found.before().stream()
        .filter(text -> !text.text().isBlank())
        .findFirst()
        .filter(text -> text.text().length() <= LONGEST_TITLE);
  }

  private static Value number(long count) {
    return Value.ofNumber(Long.toString(count), BigDecimal.valueOf(count), Optional.empty());
  }
}
