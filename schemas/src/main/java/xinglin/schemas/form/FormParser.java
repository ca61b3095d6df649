package xinglin.schemas.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.check.FormChecks;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.value.Period;

/** Reads one form definition, reporting every mistake with its line. */
final class FormParser {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private final Entry entry;
  private final FormVocabulary vocabulary;
  private final ItemParser items;

  FormParser(Entry entry, FormVocabulary vocabulary) {
    this.entry = entry;
    this.vocabulary = vocabulary;
    this.items = new ItemParser(vocabulary);
  }

  FormDefinition parse() {
    String formId = entry.text("form");
    if (!ID.matcher(formId).matches()) {
      entry.problem(
          "form",
          Mistake.of("a form id is lower case words joined by hyphens, not \"{0}\"", formId));
    }
    Optional<TableDefinition> register = entry.findText("becomes").flatMap(this::register);
    List<TableLayout> tables = tables(register);
    List<LetterBlank> letter = letter(register);
    List<FormDefinition.DocumentKind> kinds =
        entry.list("kinds").stream()
            .map(kind -> new FormDefinition.DocumentKind(kind.text("kind"), kind.texts("words")))
            .toList();
    if (tables.isEmpty() && letter.isEmpty() && kinds.isEmpty()) {
      entry.problem(Mistake.of("a form needs tables, a letter or kinds of documents"));
    }
    List<String> campaigns = entry.texts("campaigns");
    for (String campaign : campaigns) {
      if (vocabulary.campaigns().find(campaign).isEmpty()) {
        entry.problem(
            "campaigns",
            Mistake.of("unknown campaign \"{0}\"", campaign)
                .near(campaign, vocabulary.campaigns().list().stream().map(Campaign::id).toList()));
      }
    }
    FormDefinition form =
        new FormDefinition(
            entry.file(),
            formId,
            entry.text("edition"),
            entry.text("zh"),
            entry.text("en"),
            entry.text("source"),
            campaigns,
            entry.choice("accumulation", Accumulation.class, Accumulation.PERIOD),
            period(entry, PeriodRule.Kind.CAMPAIGN),
            entry.texts("titles"),
            entry.find("reporter").map(reporter -> reporter.texts("labels")).orElse(List.of()),
            entry.find("reporter").flatMap(FormParser::level),
            entry.texts("signature"),
            register.map(TableDefinition::name),
            columnsOf(register, entry.texts("key")),
            derived(register),
            tables,
            letter,
            kinds,
            FormChecks.parse(
                formId,
                entry.list("checks"),
                names(tables, letter),
                vocabulary.rules(),
                vocabulary.checks()),
            PrintParser.parse(entry, names(tables, letter), blanks(letter)));
    entry.done();
    return form;
  }

  /** Measures and columns that checks may name. */
  private static Set<String> names(List<TableLayout> tables, List<LetterBlank> letter) {
    Set<String> names = new TreeSet<>();
    for (TableLayout table : tables) {
      table.columns().forEach(item -> names.add(item.name()));
      table.rows().items().forEach(item -> names.add(item.name()));
    }
    letter.forEach(sentence -> sentence.items().forEach(item -> names.add(item.name())));
    return names;
  }

  private static Set<String> blanks(List<LetterBlank> letter) {
    Set<String> names = new TreeSet<>();
    letter.forEach(sentence -> sentence.items().forEach(item -> names.add(item.name())));
    return names;
  }

  private static Optional<Division.Level> level(Entry reporter) {
    return reporter.has("level")
        ? Optional.of(reporter.choice("level", Division.Level.class, Division.Level.COUNTY))
        : Optional.empty();
  }

  private Optional<TableDefinition> register(String name) {
    Optional<TableDefinition> table = vocabulary.tables().find(name);
    if (table.isEmpty()) {
      entry.problem(
          "becomes",
          Mistake.of("unknown table \"{0}\"", name)
              .near(
                  name, vocabulary.tables().stored().stream().map(TableDefinition::name).toList()));
    }
    return table;
  }

  private List<String> columnsOf(Optional<TableDefinition> register, List<String> names) {
    register.ifPresent(
        table -> {
          List<String> known = table.columns().stream().map(column -> column.name()).toList();
          for (String name : names) {
            if (!known.contains(name)) {
              entry.problem(
                  "key",
                  Mistake.of("table {0} has no column \"{1}\"", table.name(), name)
                      .near(name, known));
            }
          }
        });
    return names;
  }

  private List<FormDefinition.DerivedColumn> derived(Optional<TableDefinition> register) {
    List<FormDefinition.DerivedColumn> derived = new ArrayList<>();
    for (Entry item : entry.list("derived")) {
      String column = item.text("column");
      items.checkColumn(item, "column", column, register);
      derived.add(new FormDefinition.DerivedColumn(column, item.texts("from")));
      item.done();
    }
    return derived;
  }

  private List<TableLayout> tables(Optional<TableDefinition> register) {
    List<TableLayout> tables = new ArrayList<>();
    TableParser parser = new TableParser(items, register);
    for (Entry table : entry.list("tables")) {
      tables.add(parser.parse(table, period(table, PeriodRule.Kind.LINES)));
    }
    return tables;
  }

  private List<LetterBlank> letter(Optional<TableDefinition> register) {
    List<LetterBlank> blanks = new ArrayList<>();
    Optional<Entry> letter = entry.find("letter");
    if (letter.isEmpty()) {
      return blanks;
    }
    Map<String, Item> byName = new HashMap<>();
    for (Entry item : letter.get().list("blanks")) {
      Item parsed = items.parse(item, register, ItemParser.PRACTICE_TYPES);
      byName.put(parsed.name(), parsed);
    }
    for (String fragment : letter.get().texts("sentences")) {
      List<Item> inFragment = new ArrayList<>();
      for (String name : LetterBlank.names(fragment)) {
        if (byName.containsKey(name)) {
          inFragment.add(byName.get(name));
        } else {
          letter
              .get()
              .problem(
                  "sentences",
                  Mistake.of("blank {{0}} is not declared", name).near(name, byName.keySet()));
          return blanks;
        }
      }
      if (LetterBlank.isClosed(fragment)) {
        blanks.add(LetterBlank.of(fragment, inFragment));
      } else {
        letter
            .get()
            .problem("sentences", Mistake.of("a bracket is not closed in \"{0}\"", fragment));
      }
    }
    letter.get().done();
    return blanks;
  }

  private PeriodRule period(Entry owner, PeriodRule.Kind otherwise) {
    Optional<Entry> period = owner.find("period");
    if (period.isEmpty()) {
      return new PeriodRule(otherwise, Optional.empty(), "", "");
    }
    if (!period.get().isMapping()) {
      PeriodRule.Kind kind = owner.choice("period", PeriodRule.Kind.class, otherwise);
      return new PeriodRule(kind, Optional.empty(), "", "");
    }
    String from = period.get().text("from");
    String to = period.get().text("to");
    period.get().done();
    try {
      Period fixed = new Period(LocalDate.parse(from), LocalDate.parse(to));
      return new PeriodRule(PeriodRule.Kind.FIXED, Optional.of(fixed), "", "");
    } catch (DateTimeParseException notDates) {
      return new PeriodRule(PeriodRule.Kind.LINES, Optional.empty(), from, to);
    } catch (IllegalArgumentException backwards) {
      period.get().problem(Mistake.of("the period ends before it starts: {0} to {1}", from, to));
      return new PeriodRule(otherwise, Optional.empty(), "", "");
    }
  }
}
