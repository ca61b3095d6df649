package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.drift.printed.HeaderReader;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.drift.printed.PrintedTable;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.value.Labels;

/** Compares a table as printed with the layout that the known edition declares. */
final class TableComparison {
  private final Vocabulary vocabulary;
  private final KnownPrint known;
  private final TableLayout layout;
  private final int index;
  private final PrintedTable printed;
  private final List<Change> changes = new ArrayList<>();
  private final Matching columns;
  private Optional<Matching> rows = Optional.empty();

  TableComparison(
      Vocabulary vocabulary,
      KnownPrint known,
      TableLayout layout,
      int index,
      PrintedTable printed) {
    this.vocabulary = vocabulary;
    this.known = known;
    this.layout = layout;
    this.index = index;
    this.printed = printed;
    this.columns =
        new Matching(
            vocabulary.likeness(),
            layout.columns(),
            printed.labels(),
            Matching.Repeats.MEAN_NOTHING);
    compare();
  }

  /** What a comparison looks things up in. */
  record Vocabulary(LabelLikeness likeness, UnitComparison units, DictionaryMatch dictionary) {}

  private void compare() {
    if (layout.shape() == TableLayout.Shape.TABLE && printed.turned() != layout.turned()) {
      PrintedLabel first = printed.labels().get(0);
      add(
          ChangeKind.TRANSPOSED,
          List.of(),
          List.of(first),
          layout.turned() ? "表头在左侧" : "表头在上方",
          layout.turned() ? "表头在上方" : "表头在左侧",
          1,
          new Wording("互换行列后表头相符", "the header fits once rows and columns are exchanged"));
    }
    new Regrouping(columns, this::prints, this::add).find();
    columns.pairAlike();
    replaced(columns, false);
    for (Matching.Pair pair : columns.pairs()) {
      label(pair, false);
    }
    new GroupComparison(columns, known, printed, vocabulary.likeness(), this::add)
        .find(List.copyOf(changes));
    columns.gone().stream()
        .filter(item -> prints(item) && (item.required() || !known.several()))
        .forEach(item -> gone(item, false));
    for (PrintedLabel label : columns.fresh()) {
      fresh(label);
    }
    if (!known.several()) {
      order(columns, false);
    }
    rowHeader();
    rows();
  }

  private void add(
      ChangeKind kind,
      List<Item> items,
      List<PrintedLabel> labels,
      String old,
      String now,
      double confidence,
      Wording reason) {
    Optional<String> measure = items.stream().findFirst().map(Item::name);
    add(kind, items, labels, old, now, measure, confidence, reason);
  }

  private void add(
      ChangeKind kind,
      List<Item> items,
      List<PrintedLabel> labels,
      String old,
      String now,
      Optional<String> measure,
      double confidence,
      Wording reason) {
    String cell = labels.isEmpty() ? "" : labels.get(0).address();
    changes.add(
        new Change(
            kind,
            printed.grid().sheet(),
            cell,
            old,
            now,
            measure,
            items,
            labels,
            index,
            confidence,
            reason));
  }

  /** A pair whose words or unit differ. */
  private void label(Matching.Pair pair, boolean row) {
    String knownLabel =
        pair.likeness().known().isEmpty() ? first(pair.item()) : pair.likeness().known();
    Optional<UnitComparison.Difference> unit =
        row ? Optional.empty() : vocabulary.units().compare(pair.item(), pair.label(), knownLabel);
    if (unit.isPresent()) {
      add(
          unit.get().kind(),
          List.of(pair.item()),
          List.of(pair.label()),
          first(pair.item()),
          pair.label().text(),
          pair.confidence(),
          unit.get().reason());
      return;
    }
    if (!pair.sameWords()) {
      add(
          row ? ChangeKind.ROW_RENAMED : ChangeKind.RENAMED,
          List.of(pair.item()),
          List.of(pair.label()),
          knownLabel,
          pair.label().text(),
          pair.confidence(),
          pair.likeness().reason());
    }
  }

  /** One gone and one new in the very same place: likely the same with another name, or not. */
  private void replaced(Matching matching, boolean row) {
    List<Item> replaced = new ArrayList<>();
    for (Item item : matching.gone()) {
      List<Optional<Item>> place = matching.neighbours(item);
      List<PrintedLabel> here =
          matching.fresh().stream()
              .filter(label -> matching.neighbours(label).equals(place))
              .toList();
      long gone =
          matching.gone().stream()
              .filter(this::prints)
              .filter(other -> matching.neighbours(other).equals(place))
              .count();
      if (here.size() == 1 && gone == 1 && prints(item)) {
        PrintedLabel label = here.get(0);
        Optional<String> candidate = vocabulary.dictionary().find(label, layout);
        add(
            row ? ChangeKind.ROW_REPLACED : ChangeKind.REPLACED,
            List.of(item),
            List.of(label),
            first(item),
            label.text(),
            candidate.or(() -> Optional.of(item.name())),
            0.3,
            new Wording(
                "位置相同，字面不相似：可能是改名，也可能是另一项", "same place, other words: renamed, or another thing"));
        matching.take(List.of(), List.of(label));
        replaced.add(item);
      }
    }
    matching.take(replaced, List.of());
  }

  /**
   * Whether the known edition prints the item. One label may stand for two items, as 序号 for the key
   * of a line and for a mere number: then it is the one that has to be there.
   */
  private boolean prints(Item item) {
    return item.required()
        || item.labels().stream()
            .anyMatch(
                label ->
                    known.prints(label)
                        && layout.columns().stream()
                            .noneMatch(
                                other -> !other.equals(item) && other.labels().contains(label)));
  }

  private void gone(Item item, boolean row) {
    add(
        row ? ChangeKind.ROW_GONE : ChangeKind.GONE,
        List.of(item),
        List.of(),
        full(item),
        "",
        1,
        item.required()
            ? new Wording("找不到，也没有相似的标签", "not found, nor anything alike")
            : new Wording("找不到；定义中可缺", "not found; may be missing by the definition"));
  }

  private void fresh(PrintedLabel label) {
    Optional<String> candidate = vocabulary.dictionary().find(label, layout);
    add(
        ChangeKind.NEW,
        List.of(),
        List.of(label),
        "",
        (label.group().isEmpty() ? "" : label.group() + "·") + label.text(),
        candidate,
        candidate.isPresent() ? 0.8 : 1,
        vocabulary.dictionary().reason(candidate));
  }

  private void order(Matching matching, boolean row) {
    List<Matching.Pair> pairs = matching.pairs();
    List<Integer> orders = pairs.stream().map(pair -> pair.label().order()).toList();
    List<Integer> exchanged = Moves.exchanged(orders);
    ChangeKind kind = row ? ChangeKind.ROW_MOVED : ChangeKind.MOVED;
    if (!exchanged.isEmpty()) {
      Matching.Pair one = pairs.get(exchanged.get(0));
      Matching.Pair other = pairs.get(exchanged.get(1));
      add(
          kind,
          List.of(one.item(), other.item()),
          List.of(one.label(), other.label()),
          one.label().text() + "、" + other.label().text(),
          other.label().text() + "、" + one.label().text(),
          1,
          new Wording("互换位置；按标签读，不受影响", "exchanged; read by label, nothing changes"));
      return;
    }
    for (int moved : Moves.of(orders)) {
      Matching.Pair pair = pairs.get(moved);
      add(
          kind,
          List.of(pair.item()),
          List.of(pair.label()),
          after(moved == 0 ? Optional.empty() : Optional.of(pairs.get(moved - 1).label())),
          after(
              pairs.stream()
                  .map(Matching.Pair::label)
                  .filter(label -> label.order() < pair.label().order())
                  .max(java.util.Comparator.comparingInt(PrintedLabel::order))),
          1,
          new Wording(
              "“" + pair.label().text() + "”换了位置；按标签读，不受影响",
              "“" + pair.label().text() + "” moved; read by label, nothing changes"));
    }
  }

  private static String after(Optional<PrintedLabel> label) {
    return label.map(before -> "在“" + before.text() + "”之后").orElse("最前");
  }

  private void rowHeader() {
    if (printed.rowHeader().isEmpty()
        || HeaderReader.namesItsRows(layout)
        || layout.rows().labels().isEmpty()) {
      return;
    }
    PrintedLabel header = printed.rowHeader().get();
    String words = Labels.normalise(header.cell().text());
    boolean same =
        layout.rows().labels().stream()
            .map(Labels::normalise)
            .anyMatch(
                label -> words.equals(label) || words.endsWith(label) || words.startsWith(label));
    if (!same) {
      add(
          ChangeKind.ROW_HEADER,
          List.of(),
          List.of(header),
          layout.rows().labels().get(0),
          header.text(),
          0.8,
          vocabulary.likeness().best(header.text(), layout.rows().labels()).reason());
    }
  }

  private void rows() {
    RowKey.Kind kind = layout.rows().kind();
    if (layout.rows().items().isEmpty() || kind == RowKey.Kind.DIVISION) {
      return;
    }
    boolean fixed = !HeaderReader.namesItsRows(layout);
    Matching rows =
        new Matching(
            vocabulary.likeness(),
            layout.rows().items(),
            printed.rows(),
            fixed ? Matching.Repeats.ARE_NEW : Matching.Repeats.MEAN_NOTHING);
    this.rows = Optional.of(rows);
    rows.pairAlike();
    if (fixed) {
      replaced(rows, true);
    }
    rows.pairs().forEach(pair -> label(pair, true));
    if (fixed) {
      rows.gone().forEach(item -> gone(item, true));
      order(rows, true);
    }
    for (PrintedLabel label : rows.fresh()) {
      Optional<String> candidate = vocabulary.dictionary().findRow(label, layout);
      add(
          ChangeKind.ROW_NEW,
          List.of(),
          List.of(label),
          "",
          label.text(),
          candidate,
          candidate.isPresent() ? 0.8 : 1,
          vocabulary.dictionary().rowReason(label, layout, candidate));
    }
  }

  /** With its group. */
  static String full(Item item) {
    return item.under().map(under -> under + "·").orElse("") + first(item);
  }

  static String first(Item item) {
    return item.labels().isEmpty() ? item.name() : item.labels().get(0);
  }

  TableDrift drift() {
    return new TableDrift(
        index, printed, TableDrift.known(columns), rows.map(TableDrift::known).orElse(List.of()));
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** How much of both is explained by the other, 0 to 1. */
  double fit() {
    double alike = columns.pairs().stream().mapToDouble(Matching.Pair::confidence).sum();
    long wanted =
        layout.columns().stream()
            .filter(
                item ->
                    item.required()
                        || columns.pairs().stream().anyMatch(pair -> pair.item().equals(item)))
            .count();
    return 2 * alike / Math.max(1, wanted + printed.labels().size());
  }
}
