package xinglin.schemas.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CodeList;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.table.ColumnType;
import xinglin.schemas.table.TableDefinition;

/**
 * Reads the items of a form: {@code {measure: fines, labels: […]}}, {@code {column: received_on,
 * …}}, {@code {ignored: […]}}.
 */
final class ItemParser {
  /** Stands in a proposal where a person has to choose. */
  private static final String OPEN = "?";

  private static final String TOTAL = "合计";
  private static final List<String> TOTALS = List.of("总计", "共计", "总数", "总和");
  static final String PRACTICE_TYPES = "practice_type";
  private static final List<String> USES =
      List.of("measure", "column", "part", "blocks", "ignored");
  static final Set<String> PARTS =
      Set.of(
          "measure",
          "category",
          "division",
          "year",
          "month",
          "from",
          "to",
          "unit",
          "value",
          "definition",
          "source",
          "evidence",
          "date");
  private final FormVocabulary vocabulary;

  ItemParser(FormVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The code list that a table breaks its figures down by. */
  String categories(Entry table) {
    String list = table.text("categories", PRACTICE_TYPES);
    if (vocabulary.codeLists().find(list).isEmpty()) {
      table.problem(
          "categories", Mistake.of("unknown code list \"{0}\"", list).near(list, lists()));
      return PRACTICE_TYPES;
    }
    return list;
  }

  /** One item, or one for each month, quarter or category where the entry says {@code each}. */
  List<Item> parseAll(Entry entry, Optional<TableDefinition> register, String categories) {
    if (!entry.has("each")) {
      return List.of(parse(entry, register, categories));
    }
    List<String> listed = entry.texts("each");
    if (entry.has("labels")) {
      entry.problem(
          "labels",
          Mistake.of("with \"each\" the labels are those of the months, quarters or categories"));
    }
    Item common = parse(entry, register, categories);
    return listed.stream()
        .flatMap(name -> each(entry, name, categories).stream())
        .map(each -> each.of(common))
        .toList();
  }

  private List<Each> each(Entry entry, String name, String categories) {
    Optional<Span.Kind> kind =
        switch (name) {
          case "months" -> Optional.of(Span.Kind.MONTH);
          case "quarters" -> Optional.of(Span.Kind.QUARTER);
          case "halves" -> Optional.of(Span.Kind.HALF);
          default -> Optional.empty();
        };
    if (kind.isPresent()) {
      return Span.ofYear(kind.get()).stream()
          .map(span -> new Each(Subject.ofSpan(span), span.labels()))
          .toList();
    }
    List<String> labels = new ArrayList<>();
    categoryLabels(entry, "each", name, categories, labels);
    return List.of(new Each(Subject.ofCategory(name), labels));
  }

  /** What one of each says, and how it is printed. */
  private record Each(Subject subject, List<String> labels) {

    Item of(Item common) {
      String code = subject.category().or(() -> subject.span().map(Span::code)).orElse("");
      return new Item(
          common.subject().measure().orElse(code),
          common.use(),
          labels,
          common.groups(),
          common.subject().and(subject),
          common.type(),
          common.list(),
          common.unit(),
          common.required(),
          common.filled(),
          common.warnBlank(),
          common.ifBlank(),
          common.line());
    }
  }

  Item parse(Entry entry, Optional<TableDefinition> register, String categories) {
    List<String> labels = new ArrayList<>(entry.texts("labels"));
    Item.Use use = use(entry);
    Subject subject = subject(entry, use, categories, labels);
    if (use == Item.Use.TOTAL) {
      List.copyOf(labels).stream()
          .filter(label -> label.contains(TOTAL))
          .forEach(label -> TOTALS.forEach(word -> labels.add(label.replace(TOTAL, word))));
    }
    String name = name(entry, use, subject);
    Item.Type type = type(entry, use, name, subject, register);
    Item item =
        new Item(
            name,
            use,
            labels,
            entry.texts("under"),
            subject,
            type,
            list(entry),
            entry.text("unit", ""),
            entry.flag(
                "required",
                use == Item.Use.MEASURE || use == Item.Use.TOTAL || use == Item.Use.SUBTOTAL),
            entry.flag("filled", false),
            entry.flag("warn_blank", false),
            entry.text("if_blank", ""),
            entry.line());
    Sense.units(entry, item, vocabulary.measures());
    entry.done();
    return item;
  }

  /** A heading over rows: labels, and what it says of the rows below. */
  Item parseSection(Entry entry, String categories) {
    List<String> labels = new ArrayList<>(entry.texts("labels"));
    Subject subject = subject(entry, Item.Use.SECTION, categories, labels);
    boolean divisions = entry.flag("divisions", false);
    if (labels.isEmpty() && !divisions) {
      entry.problem(Mistake.of("a section needs labels, or divisions: true"));
    }
    Item item =
        new Item(
            subject.measure().or(subject::category).orElse("section"),
            Item.Use.SECTION,
            labels,
            List.of(),
            subject,
            divisions ? Item.Type.DIVISION : Item.Type.TEXT,
            Optional.empty(),
            "",
            entry.flag("required", false),
            false,
            false,
            "",
            entry.line());
    entry.done();
    return item;
  }

  private Subject subject(Entry entry, Item.Use use, String categories, List<String> labels) {
    boolean counts =
        use == Item.Use.MEASURE
            || use == Item.Use.TOTAL
            || use == Item.Use.SUBTOTAL
            || use == Item.Use.SECTION;
    Optional<String> category = entry.findText("category").filter(code -> !code.equals(Item.ALL));
    category.ifPresent(code -> categoryLabels(entry, "category", code, categories, labels));
    Optional<Span> span = entry.findText("period").flatMap(code -> span(entry, code, labels));
    Optional<Figure.Role> role = Optional.empty();
    if (use == Item.Use.TOTAL || use == Item.Use.SUBTOTAL) {
      role = Optional.of(Figure.Role.TOTAL);
    } else if (entry.has("role")) {
      role = Optional.of(entry.choice("role", Figure.Role.class, Figure.Role.PUBLISHED));
    } else if (span.map(Span::restates).orElse(false)) {
      role = Optional.of(Figure.Role.PUBLISHED);
    }
    Optional<String> measure = counts ? entry.findText("measure") : Optional.empty();
    measure.ifPresent(id -> measureLabels(entry, id, labels));
    return new Subject(measure, category, Optional.empty(), span, role);
  }

  private static Optional<Span> span(Entry entry, String code, List<String> labels) {
    Optional<Span> span = Span.parse(code);
    if (span.isEmpty()) {
      entry.problem(
          "period", Mistake.of("\"{0}\" is no part of a period", code).near(code, Span.codes()));
    } else if (labels.isEmpty()) {
      labels.addAll(span.get().labels());
    }
    return span;
  }

  private Optional<String> list(Entry entry) {
    Optional<String> list = entry.findText("list");
    list.ifPresent(
        wanted -> {
          if (vocabulary.codeLists().find(wanted).isEmpty()) {
            entry.problem(
                "list", Mistake.of("unknown code list \"{0}\"", wanted).near(wanted, lists()));
          }
        });
    return list;
  }

  private List<String> lists() {
    return vocabulary.codeLists().list().stream().map(CodeList::id).toList();
  }

  private static Item.Use use(Entry entry) {
    List<String> said = USES.stream().filter(entry::has).toList();
    if (said.size() > 1) {
      entry.problem(
          said.get(1),
          Mistake.of("\"{0}\" and \"{1}\" cannot stand together", said.get(0), said.get(1)));
    }
    if (entry.has("ignored")) {
      return Item.Use.IGNORED;
    }
    if (entry.has("total")) {
      return entry.text("total").equals("section") ? Item.Use.SUBTOTAL : Item.Use.TOTAL;
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

  private static String name(Entry entry, Item.Use use, Subject subject) {
    return switch (use) {
      case COLUMN -> entry.text("column");
      case PART -> part(entry);
      case IGNORED -> entry.text("ignored");
      case BLOCKS -> entry.text("blocks");
      case SECTION -> "section";
      case SUBTOTAL -> subject.measure().orElse("subtotal");
      case TOTAL -> {
        entry.flag("total", true);
        yield subject.measure().orElse("total");
      }
      case MEASURE ->
          subject
              .measure()
              .or(subject::category)
              .or(() -> subject.span().map(Span::code))
              .orElseGet(
                  () -> {
                    boolean known =
                        entry.has("period") || entry.has("each") || entry.has("category");
                    return known ? "" : entry.text("measure");
                  });
    };
  }

  private static String part(Entry entry) {
    String part = entry.text("part");
    if (!PARTS.contains(part)) {
      entry.problem("part", Mistake.of("unknown part \"{0}\"", part).near(part, PARTS));
    }
    return part;
  }

  private Item.Type type(
      Entry entry, Item.Use use, String name, Subject subject, Optional<TableDefinition> register) {
    Item.Type type = Item.Type.TEXT;
    if (use == Item.Use.COLUMN) {
      type = checkColumn(entry, "column", name, register);
    } else if (use == Item.Use.MEASURE || subject.measure().isPresent()) {
      type =
          subject
              .measure()
              .flatMap(vocabulary.measures()::find)
              .filter(measure -> measure.kind() == Measure.Kind.TEXT)
              .map(measure -> Item.Type.TEXT)
              .orElse(Item.Type.NUMBER);
    }
    if (entry.flag("several", false)) {
      type = Item.Type.CODES;
    }
    return entry.choice("type", Item.Type.class, type);
  }

  private void measureLabels(Entry entry, String id, List<String> labels) {
    Optional<Measure> measure = vocabulary.measures().find(id);
    if (measure.isEmpty()) {
      List<String> known = vocabulary.measures().list().stream().map(Measure::id).toList();
      entry.problem(
          "measure",
          id.equals(OPEN)
              ? Mistake.of("no measure is chosen yet; write its id for the question mark")
              : Mistake.of("unknown measure \"{0}\"", id).near(id, known));
    } else if (labels.isEmpty()) {
      labels.add(measure.get().zh());
      labels.addAll(measure.get().synonyms());
    }
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
    if (entry.keys().contains("list")) {
      return Item.Type.CODE;
    }
    return switch (stored) {
      case DATE -> Item.Type.DATE;
      case BOOLEAN -> Item.Type.YES_NO;
      case INTEGER, BIGINT -> Item.Type.INTEGER;
      case DECIMAL -> Item.Type.NUMBER;
      default -> Item.Type.TEXT;
    };
  }

  private void categoryLabels(
      Entry entry, String key, String category, String categories, List<String> labels) {
    CodeList list = vocabulary.codeLists().get(categories);
    Optional<CodeItem> type = list.findCode(category);
    if (type.isEmpty()) {
      List<String> known = list.items().stream().map(CodeItem::code).toList();
      Mistake mistake =
          categories.equals(PRACTICE_TYPES)
              ? Mistake.of("unknown practice type \"{0}\"", category)
              : Mistake.of("code list {0} has no code \"{1}\"", categories, category);
      entry.problem(
          key,
          category.equals(OPEN)
              ? Mistake.of("no practice type is chosen yet; write its code for the question mark")
              : mistake.near(category, known));
      return;
    }
    if (labels.isEmpty()) {
      labels.add(type.get().zh());
      labels.addAll(type.get().synonyms());
    }
  }
}
