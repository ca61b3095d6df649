package xinglin.schemas.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.schemas.assessment.AssessmentItem;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.check.FormChecks;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.LayoutColumn;
import xinglin.schemas.exchange.PenaltyField;
import xinglin.schemas.exchange.PenaltyLayout;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.form.Accumulation;
import xinglin.schemas.form.FormPrint;
import xinglin.schemas.form.Forms;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.PeriodRule;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.Span;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.indicator.IndicatorDefinition;
import xinglin.schemas.indicator.IndicatorTarget;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.table.ColumnType;
import xinglin.schemas.table.TableDefinition;

/** The words that values of definitions may be, in their names for the keys' declarations. */
public final class KnownWords {
  private final Map<String, List<Word>> byName = new LinkedHashMap<>();

  /**
   * @param meaning in Chinese and English; empty where the word says it
   */
  record Word(String word, String meaning) {}

  private KnownWords() {}

  /** Words of the code, and ids of what is defined. */
  public static KnownWords of(Definitions definitions) {
    KnownWords words = new KnownWords();
    words.choice("accumulation", Accumulation.class);
    words.choice("period_rule", PeriodRule.Kind.class);
    words.choice("division_level", Division.Level.class);
    words.choice("table_shape", TableLayout.Shape.class);
    words.choice("figure_role", Figure.Role.class);
    words.choice("row_key", RowKey.Kind.class);
    words.choice("print_rows", FormPrint.RowsOf.class);
    words.choice("item_type", Item.Type.class);
    words.choice("measure_kind", Measure.Kind.class);
    words.choice("per", Expectation.Per.class);
    words.choice("covers", Expectation.Covers.class);
    words.choice("severity", Severity.class);
    words.choice("check_needs", CheckDeclaration.Needs.class);
    words.choice("direction", IndicatorDefinition.Direction.class);
    words.choice("target_comparison", IndicatorTarget.Comparison.class);
    words.choice("target_per", IndicatorTarget.Per.class);
    words.choice("assessment_counting", AssessmentItem.Counted.class);
    words.choice("table_kind", TableDefinition.Kind.class);
    words.choice("column_type", ColumnType.class);
    words.choice("layout_party", PenaltyLayout.Party.class);
    words.choice("layout_blank", LayoutColumn.Blank.class);
    words.put(
        "penalty_field",
        Arrays.stream(PenaltyField.values()).map(field -> new Word(field.column(), field.zh())));
    words.put("part_over", Stream.of(new Word("row", ""), new Word("total", "")));
    words.put("line_part", Forms.partsOfLines().stream().map(part -> new Word(part, "")));
    words.put("section", Stream.of(new Word("section", "")));
    words.put("span", Span.codes().stream().map(code -> new Word(code, "")));
    words.put("end", Stream.of(new Word("end", "")));
    words.put("day_of_receipt", Stream.of(new Word("receipt", "")));
    words.ids(definitions);
    return words;
  }

  private void ids(Definitions definitions) {
    put(
        "measure",
        definitions.measures().list().stream()
            .map(
                known ->
                    new Word(
                        known.id(),
                        known.zh()
                            + (known.unit().name().isEmpty() ? "" : "（" + known.unit().name() + "）")
                            + " · "
                            + known.en())));
    put(
        "counting_unit",
        definitions.measures().units().stream().map(unit -> new Word(unit.name(), "")));
    put(
        "campaign",
        definitions.campaigns().list().stream()
            .map(known -> new Word(known.id(), known.zh() + " · " + known.en())));
    put(
        "form",
        definitions.forms().list().stream()
            .map(known -> new Word(known.formId(), known.zh() + " · " + known.en()))
            .distinct());
    put(
        "code_list",
        definitions.codeLists().list().stream()
            .map(known -> new Word(known.id(), known.zh() + " · " + known.en())));
    put(
        "category",
        Stream.concat(
            Stream.of(new Word(Item.ALL, "全部 · All")),
            definitions.codeLists().list().stream()
                .flatMap(list -> list.items().stream())
                .map(item -> new Word(item.code(), item.zh() + " · " + item.en()))
                .distinct()));
    put(
        "register",
        definitions.tables().list().stream()
            .map(known -> new Word(known.name(), known.zh() + " · " + known.en())));
    put(
        "rule",
        definitions.rules().list().stream()
            .map(known -> new Word(known.id(), known.title().zh() + " · " + known.title().en())));
    put(
        "comparison",
        definitions.checks().list().stream()
            .filter(check -> FormChecks.comparisons().contains(kind(check)))
            .map(check -> new Word(check.code(), check.title().zh() + " · " + check.title().en())));
    for (CheckDeclaration check : definitions.checks().list()) {
      if (FormChecks.comparisons().contains(kind(check))) {
        byName
            .computeIfAbsent("comparison." + kind(check), name -> new ArrayList<>())
            .add(new Word(check.code(), ""));
      }
    }
  }

  private static String kind(CheckDeclaration check) {
    return check.like().orElse(check.code());
  }

  private <T extends Enum<T>> void choice(String name, Class<T> type) {
    put(
        name,
        Arrays.stream(type.getEnumConstants())
            .map(constant -> new Word(constant.name().toLowerCase(Locale.ROOT), "")));
  }

  private void put(String name, Stream<Word> words) {
    byName.put(name, words.toList());
  }

  /** Throws IllegalArgumentException for a name that no words are known for. */
  List<Word> get(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalArgumentException("Cannot find known words: " + name));
  }

  /** Codes of checks that compare as one of the built-in comparisons does. */
  List<String> comparingAs(List<String> kinds) {
    return kinds.stream()
        .flatMap(kind -> get("comparison." + kind).stream())
        .map(Word::word)
        .toList();
  }
}
