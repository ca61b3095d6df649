package xinglin.schemas.reference;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.LetterBlank;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;

/** Writes the reference of all forms; fails when the page is out of date. */
class FormReferenceTest {
  private static final Map<RowKey.Kind, String> ROWS =
      Map.of(
          RowKey.Kind.CATEGORY, "a row for each category",
          RowKey.Kind.DIVISION, "a row for each division",
          RowKey.Kind.MEASURE, "a row for each measure",
          RowKey.Kind.SINGLE, "one row",
          RowKey.Kind.LINES, "a row for each line of the register");

  @Test
  void theReferenceSaysWhatTheFormsSay() throws IOException {
    List<FormDefinition> forms = List.copyOf(Pages.BUILT_IN.forms().list());
    StringBuilder text = new StringBuilder("# Forms\n\n");
    text.append(Pages.generated("schemas/forms/*.yaml", FormReferenceTest.class));
    text.append(
        """

        Which forms are known and what is read of each. A form is known by the words of its title and headers, wherever they stand; order of
        columns, spaces, line breaks and full-width brackets do not matter. Forms of a home's own are
        [one file more](../how-to/add-a-form.md); `./xinglin form list` has them too.

        | form | edition | 名称 · English | asked by |
        |---|---|---|---|
        """);
    for (FormDefinition form : forms) {
      text.append(
          "| [%s](#%s) | %s | %s · %s | %s |%n"
              .formatted(
                  form.formId(),
                  form.formId(),
                  form.edition(),
                  form.zh(),
                  form.en(),
                  String.join(", ", form.campaigns())));
    }
    forms.forEach(form -> text.append(form(form)));
    Pages.check("forms.md", text.toString());
  }

  private static String form(FormDefinition form) {
    StringBuilder text = new StringBuilder();
    text.append("%n## %s%n%n**%s** · %s%n%n".formatted(form.formId(), form.zh(), form.en()));
    text.append(
        "- edition %s, [definition](../../schemas/%s)%n".formatted(form.edition(), form.file()));
    text.append("- source %s%n".formatted(form.source()));
    form.campaigns().forEach(id -> text.append(expected(form, id)));
    text.append("- sent again: %s%n".formatted(accumulation(form)));
    if (!form.titles().isEmpty()) {
      text.append("- title holds %s%n".formatted(quoted(form.titles())));
    }
    text.append(
        "- reporter: %s%s%n"
            .formatted(
                form.reporterLabels().isEmpty()
                    ? "not printed"
                    : "beside " + quoted(form.reporterLabels()),
                form.reporterLevel().map(level -> ", a " + level.code()).orElse("")));
    form.table()
        .ifPresent(
            table ->
                text.append(
                    "- becomes [`%s`](tables.md#%s), a line known by %s%n"
                        .formatted(table, table, names(form.key()))));
    form.tables().forEach(table -> text.append(table(form, table)));
    if (!form.letter().isEmpty()) {
      text.append(letter(form));
    }
    if (!form.kinds().isEmpty()) {
      text.append("\n| kind | words in the title |\n|---|---|\n");
      form.kinds()
          .forEach(
              kind ->
                  text.append(
                      "| %s | %s |%n".formatted(kind.kind(), String.join("、", kind.words()))));
    }
    text.append(checks(form)).append(example(form));
    return text.toString();
  }

  private static String expected(FormDefinition form, String campaignId) {
    Campaign campaign = Pages.BUILT_IN.campaigns().get(campaignId);
    List<String> expectations =
        campaign.expectations().stream()
            .filter(expected -> expected.formId().equals(form.formId()))
            .map(FormReferenceTest::expectation)
            .collect(toList());
    return "- [%s](campaigns.md#%s)%s%n"
        .formatted(
            campaignId,
            campaignId,
            expectations.isEmpty() ? "" : ": " + String.join("; ", expectations));
  }

  private static String expectation(Expectation expected) {
    List<String> due =
        expected.periods().stream()
            .map(
                period ->
                    expected.deadline().dueOn(period.end(), Pages.BUILT_IN.calendar()).toString())
            .toList();
    return "%s of %s, due %s"
        .formatted(
            "every " + expected.level().code(),
            Pages.BUILT_IN.divisions().find(expected.scope()).map(Division::name).orElse(""),
            due.size() > 3
                ? due.get(0) + " … " + due.get(due.size() - 1) + " (" + due.size() + " times)"
                : String.join(", ", due));
  }

  private static String accumulation(FormDefinition form) {
    return switch (form.accumulation()) {
      case PERIOD -> "the latest for the same reporter and period replaces";
      case CUMULATIVE -> "replaces what started at the same date";
      case SNAPSHOT -> "replaces all lines of its reporter";
    };
  }

  private static String table(FormDefinition form, TableLayout table) {
    StringBuilder text = new StringBuilder("\n");
    text.append(
        table.isList()
            ? "A list of labels with a value beside each"
            : "A table, "
                + ROWS.getOrDefault(table.rows().kind(), Pages.words(table.rows().kind())));
    text.append(table.turned() ? ", printed on its side" : "");
    text.append(table.optional() ? "; may be missing" : "").append(".");
    List<String> rows =
        table.rows().items().stream()
            .map(
                item ->
                    item.labels().stream().findFirst().orElse(item.name())
                        + (item.isTotal() ? " (total)" : ""))
            .toList();
    text.append(rows.isEmpty() ? "" : " Rows: " + Pages.cell(String.join("、", rows)) + ".");
    text.append(
        "\n\n| label | becomes | unit | read as | must be there |\n|---|---|---|---|---|\n");
    table.columns().forEach(item -> text.append(item(item)));
    table
        .blocks()
        .forEach(
            block ->
                text.append(
                    "| %s | `%s.%s` | | text inside the cell | |%n"
                        .formatted(
                            String.join("、", block.labels()),
                            table.blocksTable(),
                            block.column())));
    return text.toString();
  }

  private static String item(Item item) {
    String labels =
        (item.groups().isEmpty() ? "" : String.join(" › ", item.groups()) + " › ")
            + String.join("、", item.labels());
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(
            Pages.cell(labels),
            becomes(item),
            unit(item),
            item.list()
                .map(list -> "[%s](codelists.md#%s)".formatted(list, list))
                .orElse(Pages.words(item.type())),
            (item.required() ? "yes" : "") + (item.filled() ? ", filled" : ""));
  }

  private static String becomes(Item item) {
    String category = item.subject().category().map(code -> ", " + code).orElse("");
    return switch (item.use()) {
      case MEASURE, SECTION ->
          item.subject().measure().map(id -> "[`%s`](measures.md)".formatted(id)).orElse("figure")
              + category;
      case TOTAL, SUBTOTAL ->
          "total"
              + item.subject()
                  .measure()
                  .map(id -> " of [`%s`](measures.md)".formatted(id))
                  .orElse("");
      case COLUMN -> "`" + item.name() + "`";
      case PART -> "the line's " + item.name().replace('_', ' ');
      case BLOCKS -> "lines, see below";
      case IGNORED -> "not kept";
    };
  }

  private static String unit(Item item) {
    return item.unit().isEmpty()
        ? item.subject()
            .measure()
            .flatMap(Pages.BUILT_IN.measures()::find)
            .map(Measure::unit)
            .map(unit -> unit.name())
            .orElse("")
        : item.unit();
  }

  private static String letter(FormDefinition form) {
    StringBuilder text = new StringBuilder("\nSentences with blanks:\n\n");
    for (LetterBlank sentence : form.letter()) {
      text.append("- `%s`%n".formatted(sentence.fragment()));
    }
    text.append("\n| blank | becomes | unit | read as | must be there |\n|---|---|---|---|---|\n");
    form.letter().stream()
        .flatMap(sentence -> sentence.items().stream())
        .distinct()
        .forEach(item -> text.append(item(item)));
    return text.toString();
  }

  private static String checks(FormDefinition form) {
    String file = Pages.BUILT_IN.files().text(form.file());
    String codes =
        Stream.of(file.split("\n"))
            .filter(line -> line.strip().startsWith("- {check: "))
            .map(line -> line.replaceAll(".*\\{check: ([A-Z_]+).*", "$1"))
            .distinct()
            .map(
                code ->
                    "[%s](checks.md#%s)".formatted(code, code.toLowerCase(java.util.Locale.ROOT)))
            .collect(joining(", "));
    return codes.isEmpty() ? "" : "\nChecks over several cells: " + codes + ".\n";
  }

  private static String example(FormDefinition form) {
    String base = form.file().replaceFirst("\\.yaml$", "");
    return Pages.BUILT_IN
        .files()
        .find(base + ".example.txt")
        .map(
            text ->
                "\nExample, cells separated by `|`, `<` and `^` merged to the left and above ([what is read of it](../../schemas/%s.examples/example.expected.csv)):%n%n```text%n%s```%n"
                    .formatted(base, text.endsWith("\n") ? text : text + "\n"))
        .orElse("");
  }

  private static String names(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(joining(", "));
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> "“" + word + "”").collect(joining(" or "));
  }
}
