package xinglin.schemas.drift.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import xinglin.schemas.drift.Change;
import xinglin.schemas.drift.ChangeKind;
import xinglin.schemas.drift.TableDrift;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.value.Labels;

/** One table of the next edition. */
final class TableProposal {
  private final FormDefinition form;
  private final TableLayout layout;
  private final TableDrift table;
  private final List<Change> changes;
  private final YamlSource source;
  private final Edits edits;
  private final Questions questions;
  private int extras;

  TableProposal(
      FormDefinition form,
      TableLayout layout,
      TableDrift table,
      List<Change> changes,
      YamlSource source,
      Edits edits,
      Questions questions) {
    this.form = form;
    this.layout = layout;
    this.table = table;
    this.changes = changes;
    this.source = source;
    this.edits = edits;
    this.questions = questions;
  }

  void write(Node node) {
    if (has(ChangeKind.TRANSPOSED)) {
      turn(node);
    }
    YamlSource.value(node, "columns").ifPresent(list -> columns(new Section(source, list), list));
    Optional<Node> rows = YamlSource.value(node, "rows");
    changes.stream()
        .filter(change -> change.kind() == ChangeKind.ROW_HEADER)
        .forEach(
            change ->
                rows.flatMap(known -> YamlSource.value(known, "labels"))
                    .ifPresent(
                        labels -> {
                          edits.above(labels, questions.around(change));
                          edits.prepend(labels, change.now());
                        }));
    rows.flatMap(known -> YamlSource.value(known, "items"))
        .ifPresent(list -> rows(new Section(source, list), list));
  }

  private boolean has(ChangeKind kind) {
    return changes.stream().anyMatch(change -> change.kind() == kind);
  }

  private void turn(Node node) {
    Optional<Node> turned = YamlSource.value(node, "turned");
    if (turned.isPresent()) {
      edits.above(turned.get(), questions.transposed());
      edits.scalar(turned.get(), String.valueOf(!layout.turned()));
    } else {
      int at = source.start(node);
      String indent = " ".repeat(at - source.lineStart(at));
      edits.above(node, questions.transposed());
      edits.replace(at, at, "turned: true\n" + indent);
    }
  }

  private List<Change> of(Item item, List<ChangeKind> kinds) {
    return changes.stream()
        .filter(change -> kinds.contains(change.kind()) && change.items().contains(item))
        .toList();
  }

  private Optional<Change> of(PrintedLabel label, List<ChangeKind> kinds) {
    return changes.stream()
        .filter(change -> kinds.contains(change.kind()) && change.labels().contains(label))
        .findFirst();
  }

  private void columns(Section section, Node list) {
    List<Node> nodes = YamlSource.items(list);
    for (PrintedLabel label : table.printed().labels()) {
      Optional<Item> item = TableDrift.itemOf(table.columns(), label);
      Optional<Change> another =
          of(
              label,
              List.of(
                  ChangeKind.COUNTING_UNIT,
                  ChangeKind.REPLACED,
                  ChangeKind.SPLIT,
                  ChangeKind.MERGED,
                  ChangeKind.NEW));
      if (another.isPresent()) {
        fresh(section, another.get(), label);
      } else if (item.isPresent()) {
        kept(section, nodes, item.get(), label);
      }
    }
    missing(section, layout.columns(), List.of(ChangeKind.GONE));
    section.write(edits);
  }

  private void kept(Section section, List<Node> nodes, Item item, PrintedLabel label) {
    int index = node(nodes, layout.columns(), item);
    List<String> above = new ArrayList<>();
    for (Change change : of(item, List.of(ChangeKind.RENAMED, ChangeKind.UNIT, ChangeKind.GROUP))) {
      switch (change.kind()) {
        case RENAMED -> above.add(questions.renamed(change));
        case UNIT -> above.add(questions.unit(change));
        default -> {
          if (change.items().get(0).equals(item)) {
            above.add(questions.group(change));
          }
        }
      }
      if (change.kind() == ChangeKind.GROUP) {
        regroup(nodes.get(index), label);
      } else {
        relabel(nodes.get(index), item, label.text());
        label.unit().ifPresent(unit -> reunit(nodes.get(index), unit));
      }
    }
    of(label, List.of(ChangeKind.GROUP_NEW))
        .filter(change -> item.groups().isEmpty())
        .ifPresent(
            change -> {
              if (change.labels().get(0).equals(label)) {
                above.add(questions.newGroup(change));
              }
              edits.add(nodes.get(index), "under", Edits.quoted(change.now()));
            });
    if (section.placeOf(index) < 0) {
      section.keep(index, above);
    }
  }

  /** One line may declare several items, with {@code each}. */
  private static int node(List<Node> nodes, List<Item> items, Item item) {
    if (nodes.size() == items.size()) {
      return items.indexOf(item);
    }
    for (int index = 0; index < nodes.size(); index++) {
      if (nodes.get(index).getStartMark().getLine() + 1 == item.line()) {
        return index;
      }
    }
    return 0;
  }

  private void regroup(Node item, PrintedLabel label) {
    Optional<Node> under = YamlSource.value(item, "under");
    if (label.group().isEmpty()) {
      edits.remove(item, "under");
    } else if (under.isPresent()) {
      boolean several = !YamlSource.items(under.get()).isEmpty();
      edits.scalar(under.get(), several ? Edits.list(label.groups()) : Edits.quoted(label.group()));
    }
  }

  /** The new label first: it is what the new edition prints. */
  private void relabel(Node item, Item known, String label) {
    if (YamlSource.value(item, "each").isPresent()) {
      return;
    }
    Optional<Node> labels = YamlSource.value(item, "labels");
    if (labels.isPresent()) {
      edits.prepend(labels.get(), label);
    } else {
      List<String> all = new ArrayList<>(List.of(label));
      all.addAll(known.labels());
      edits.add(item, "labels", Edits.list(all));
    }
  }

  private void reunit(Node item, String unit) {
    YamlSource.value(item, "unit").ifPresent(node -> edits.scalar(node, Edits.quoted(unit)));
  }

  private void fresh(Section section, Change change, PrintedLabel label) {
    boolean read = form.table().isEmpty() || layout.rows().kind() != RowKey.Kind.LINES;
    boolean figures = read && layout.rows().kind() != RowKey.Kind.MEASURE;
    String text = "labels: " + Edits.list(List.of(label.text())) + under(label, change);
    if (!figures) {
      String name = label.text().equals("序号") ? "serial" : "extra_" + ++extras;
      section.add(
          List.of(
              change.kind() == ChangeKind.REPLACED
                  ? questions.replacedColumn(change)
                  : questions.extra(label.text(), label.address())),
          "{ignored: " + name + ", " + text + ", required: false}");
    } else {
      Optional<String> candidate =
          change.kind() == ChangeKind.NEW ? change.measure() : Optional.empty();
      section.add(
          List.of(question(change, label, candidate)),
          "{measure: " + Edits.id(candidate.orElse("?")) + ", " + text + "}");
    }
    boolean last = change.labels().get(change.labels().size() - 1).equals(label);
    if (last) {
      for (Item item : change.items()) {
        section.comment(node(section.nodes(), layout.columns(), item), List.of());
      }
    }
  }

  private String question(Change change, PrintedLabel label, Optional<String> candidate) {
    return switch (change.kind()) {
      case COUNTING_UNIT -> questions.countingUnit(change, change.items().get(0).name());
      case REPLACED -> questions.replaced(change);
      case SPLIT -> questions.split(change, label.text());
      case MERGED -> questions.merged(change);
      default -> questions.fresh(change, label.text(), label.address(), candidate);
    };
  }

  /**
   * The group goes in where the layout tells its columns apart by groups, or a column was split.
   */
  private String under(PrintedLabel label, Change change) {
    boolean grouped =
        layout.columns().stream().anyMatch(item -> item.under().isPresent())
            || isPartOfGroup(label, change);
    return grouped && !label.group().isEmpty() ? ", under: " + Edits.quoted(label.group()) : "";
  }

  /** Split below its old label, which became a group; the labels alone would say little. */
  static boolean isPartOfGroup(PrintedLabel label, Change change) {
    return change.kind() == ChangeKind.SPLIT
        && change.items().get(0).labels().stream()
            .map(Labels::withoutUnit)
            .anyMatch(Labels.withoutUnit(label.group())::equals);
  }

  /** What the file does not print: gone, or free to be missing; each behind its old neighbour. */
  private void missing(Section section, List<Item> items, List<ChangeKind> kinds) {
    List<Node> nodes = section.nodes();
    for (Item item : items) {
      int index = node(nodes, items, item);
      if (section.placeOf(index) >= 0) {
        continue;
      }
      int place = index == 0 ? 0 : section.placeOf(index - 1) + 1;
      Optional<Change> gone = of(item, kinds).stream().findFirst();
      if (gone.isPresent()) {
        section.comment(index, List.of(questions.gone(gone.get())));
      } else {
        section.keep(index, List.of());
      }
      section.moveLastTo(place);
    }
  }

  private void rows(Section section, Node list) {
    List<Node> nodes = YamlSource.items(list);
    List<Item> items = layout.rows().items();
    for (PrintedLabel label : table.printed().rows()) {
      Optional<Item> item = TableDrift.itemOf(table.rows(), label);
      Optional<Change> another = of(label, List.of(ChangeKind.ROW_NEW, ChangeKind.ROW_REPLACED));
      if (another.isPresent()) {
        row(section, another.get(), label);
      } else if (item.isPresent()) {
        int index = node(nodes, items, item.get());
        List<Change> renamed = of(item.get(), List.of(ChangeKind.ROW_RENAMED));
        renamed.forEach(change -> relabel(nodes.get(index), item.get(), label.text()));
        if (section.placeOf(index) < 0) {
          section.keep(index, renamed.stream().map(questions::renamed).toList());
        }
      }
    }
    missing(section, items, List.of(ChangeKind.ROW_GONE));
    section.write(edits);
  }

  private void row(Section section, Change change, PrintedLabel label) {
    String key = layout.rows().kind() == RowKey.Kind.MEASURE ? "measure" : "category";
    Optional<String> candidate =
        change.kind() == ChangeKind.ROW_NEW ? change.measure() : Optional.empty();
    section.add(
        List.of(
            change.kind() == ChangeKind.ROW_REPLACED
                ? questions.replaced(change)
                : questions.row(change)),
        "{"
            + key
            + ": "
            + Edits.id(candidate.orElse("?"))
            + ", labels: "
            + Edits.list(List.of(label.text()))
            + "}");
    for (Item item : change.items()) {
      section.comment(node(section.nodes(), layout.rows().items(), item), List.of());
    }
  }
}
