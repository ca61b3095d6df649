package xinglin.schemas.reference;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;

/** Writes the reference of all measures; fails when the page is out of date. */
class MeasureReferenceTest {
  @Test
  void theReferenceSaysWhatTheMeasuresSay() throws IOException {
    StringBuilder text = new StringBuilder("# Measures\n\n");
    text.append(Pages.generated("schemas/measures/*.yaml", MeasureReferenceTest.class));
    text.append(
        """

        What is counted, and in which unit. Units are types: figures of two units never add up, and a definition that tries is refused. Amounts
        are stored in yuan, percentages as 41.6667. They are the rows of the published table `measure`; more come from `config/measures/` of a home.

        | measure | 名称 · English | unit | kind | also called | forms | how it is counted |
        |---|---|---|---|---|---|---|
        """);
    Map<String, Set<String>> forms = formsByMeasure();
    for (Measure measure : Pages.BUILT_IN.measures().list()) {
      text.append(
          "| `%s` | %s · %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  measure.id(),
                  Pages.cell(measure.zh()),
                  Pages.cell(measure.en()),
                  measure.unit().name(),
                  measure.kind().code()
                      + (measure.pointInTime() ? ", at the end of the period" : ""),
                  Pages.cell(String.join("、", measure.synonyms())),
                  forms.getOrDefault(measure.id(), Set.of()).stream()
                      .map(id -> "[%s](forms.md#%s)".formatted(id, id))
                      .collect(joining(", ")),
                  Pages.cell(measure.countingRule())));
    }
    text.append("\n## Counting units\n\n| unit | words understood as it |\n|---|---|\n");
    for (CountingUnit unit : Pages.BUILT_IN.measures().units()) {
      text.append(
          "| %s | %s |%n"
              .formatted(unit.name(), unit.isMoney() ? "元、千元、万元、百万元、亿元" : sorted(unit.synonyms())));
    }
    Pages.check("measures.md", text.toString());
  }

  private static String sorted(Set<String> words) {
    return String.join("、", new TreeSet<>(words));
  }

  private static Map<String, Set<String>> formsByMeasure() {
    Map<String, Set<String>> forms = new TreeMap<>();
    for (FormDefinition form : Pages.BUILT_IN.forms().list()) {
      items(form)
          .flatMap(item -> item.subject().measure().stream())
          .forEach(id -> forms.computeIfAbsent(id, unseen -> new TreeSet<>()).add(form.formId()));
    }
    return forms;
  }

  private static Stream<Item> items(FormDefinition form) {
    return Stream.concat(
        form.tables().stream()
            .flatMap(
                table ->
                    Stream.of(table.columns(), table.rows().items(), table.rows().sections())
                        .flatMap(items -> items.stream())),
        form.letter().stream().flatMap(sentence -> sentence.items().stream()));
  }
}
