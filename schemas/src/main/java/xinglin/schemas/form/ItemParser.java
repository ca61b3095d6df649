package xinglin.schemas.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CodeList;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.table.ColumnType;
import xinglin.schemas.table.TableDefinition;

/**
 * Reads the items of a form: {@code {measure: fines, labels: […]}}, {@code {column: received_on,
 * …}}, {@code {ignored: […]}}.
 */
final class ItemParser {
  private static final String PRACTICE_TYPES = "practice_type";
  private final FormVocabulary vocabulary;

  ItemParser(FormVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Item parse(Entry entry, Optional<TableDefinition> register) {
    List<String> labels = new ArrayList<>(entry.texts("labels"));
    String category = entry.text("category", Item.ALL);
    Item.Use use = use(entry);
    String name = name(entry, use, category);
    if (!category.equals(Item.ALL)) {
      practiceTypeLabels(entry, category, labels);
    }
    Item.Type type = Item.Type.TEXT;
    if (use == Item.Use.MEASURE) {
      type = measureType(entry, name, labels);
    } else if (use == Item.Use.COLUMN) {
      type = checkColumn(entry, "column", name, register);
    } else if (use == Item.Use.TOTAL && entry.has("measure")) {
      type = measureType(entry, name, labels);
    }
    type = entry.choice("type", Item.Type.class, type);
    Optional<String> list = entry.findText("list");
    list.ifPresent(
        wanted -> {
          if (vocabulary.codeLists().find(wanted).isEmpty()) {
            entry.problem(
                "list",
                Mistake.of("unknown code list \"{0}\"", wanted)
                    .near(
                        wanted, vocabulary.codeLists().list().stream().map(CodeList::id).toList()));
          }
        });
    Item item =
        new Item(
            name,
            use,
            labels,
            entry.findText("under"),
            type,
            list,
            category,
            entry.text("unit", ""),
            entry.flag("required", use == Item.Use.MEASURE || use == Item.Use.TOTAL),
            entry.flag("filled", false),
            entry.flag("warn_blank", false),
            entry.text("if_blank", ""),
            entry.line());
    entry.done();
    return item;
  }

  private static Item.Use use(Entry entry) {
    if (entry.has("ignored")) {
      return Item.Use.IGNORED;
    }
    if (entry.has("total")) {
      return Item.Use.TOTAL;
    }
    if (entry.has("column")) {
      return Item.Use.COLUMN;
    }
    if (entry.has("part")) {
      return Item.Use.PART;
    }
    if (entry.has("blocks")) {
      return Item.Use.BLOCKS;
    }
    return Item.Use.MEASURE;
  }

  private static String name(Entry entry, Item.Use use, String category) {
    return switch (use) {
      case COLUMN -> entry.text("column");
      case PART -> entry.text("part");
      case IGNORED -> entry.text("ignored");
      case BLOCKS -> entry.text("blocks");
      case TOTAL -> {
        entry.flag("total", true);
        yield entry.text("measure", "total");
      }
      case MEASURE -> entry.text("measure", category);
    };
  }

  private Item.Type measureType(Entry entry, String name, List<String> labels) {
    Optional<Measure> measure = vocabulary.measures().find(name);
    if (measure.isEmpty()) {
      if (!entry.has("category") || entry.has("measure")) {
        List<String> known = vocabulary.measures().list().stream().map(Measure::id).toList();
        entry.problem("measure", Mistake.of("unknown measure \"{0}\"", name).near(name, known));
      }
      return Item.Type.NUMBER;
    }
    if (labels.isEmpty()) {
      labels.add(measure.get().zh());
      labels.addAll(measure.get().synonyms());
    }
    return measure.get().kind() == Measure.Kind.TEXT ? Item.Type.TEXT : Item.Type.NUMBER;
  }

  /**
   * Reports a column that the register table does not have; gives the type its cells are read with.
   */
  Item.Type checkColumn(Entry entry, String key, String name, Optional<TableDefinition> register) {
    if (register.isEmpty()) {
      return Item.Type.TEXT;
    }
    var column =
        register.get().columns().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst();
    if (column.isEmpty()) {
      List<String> known =
          register.get().columns().stream().map(candidate -> candidate.name()).toList();
      entry.problem(
          key,
          Mistake.of("table {0} has no column \"{1}\"", register.get().name(), name)
              .near(name, known));
      return Item.Type.TEXT;
    }
    if (name.equals("division_code")) {
      return Item.Type.DIVISION;
    }
    ColumnType stored = column.get().type();
    if (entry.has("list")) {
      return Item.Type.CODE;
    }
    return switch (stored) {
      case DATE -> Item.Type.DATE;
      case BOOLEAN -> Item.Type.YES_NO;
      case INTEGER, BIGINT -> Item.Type.INTEGER;
      default -> Item.Type.TEXT;
    };
  }

  private void practiceTypeLabels(Entry entry, String category, List<String> labels) {
    Optional<CodeItem> type = vocabulary.codeLists().get(PRACTICE_TYPES).findCode(category);
    if (type.isEmpty()) {
      entry.problem(
          "category",
          Mistake.of("unknown practice type \"{0}\"", category)
              .near(
                  category,
                  vocabulary.codeLists().get(PRACTICE_TYPES).items().stream()
                      .map(CodeItem::code)
                      .toList()));
      return;
    }
    if (labels.isEmpty()) {
      labels.add(type.get().zh());
      labels.addAll(type.get().synonyms());
    }
  }
}
