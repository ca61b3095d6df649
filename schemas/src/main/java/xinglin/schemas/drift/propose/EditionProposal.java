package xinglin.schemas.drift.propose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import xinglin.schemas.drift.Change;
import xinglin.schemas.drift.ChangeKind;
import xinglin.schemas.drift.Drift;
import xinglin.schemas.drift.TableDrift;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Language;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;

/**
 * The next edition of a form as an edit of the old edition's text: comments and order stay, so that
 * a comparison of the two files shows what changed and nothing else.
 */
public final class EditionProposal {
  private static final Set<ChangeKind> ANOTHER =
      Set.of(
          ChangeKind.GONE,
          ChangeKind.SPLIT,
          ChangeKind.MERGED,
          ChangeKind.REPLACED,
          ChangeKind.COUNTING_UNIT);
  private final Drift drift;
  private final FormDefinition form;
  private final Definitions definitions;
  private final Questions questions;
  private final YamlSource source;
  private final Edits edits;

  private EditionProposal(Drift drift, Definitions definitions, Language language) {
    this.drift = drift;
    this.form = drift.form();
    this.definitions = definitions;
    this.questions = new Questions(language);
    this.source = new YamlSource(definitions.files().text(form.file()));
    this.edits = new Edits(source);
  }

  /**
   * @param fileName of the attachment, for the first line of the proposal
   */
  public static Proposal of(
      Drift drift, Definitions definitions, Language language, String fileName) {
    return new EditionProposal(drift, definitions, language).write(fileName);
  }

  private Proposal write(String fileName) {
    String edition = edition();
    head(edition);
    around();
    Node root = source.root();
    List<Node> tables = YamlSource.value(root, "tables").map(YamlSource::items).orElse(List.of());
    for (TableDrift table : drift.tables()) {
      Node node = tables.get(table.layout());
      TableLayout layout = form.tables().get(table.layout());
      List<Change> changes =
          drift.changes().stream().filter(change -> change.layout() == table.layout()).toList();
      new TableProposal(form, layout, table, changes, source, edits, questions).write(node);
    }
    letter(root);
    Set<String> gone = gone();
    checks(root, gone);
    YamlSource.value(root, "print")
        .ifPresent(
            print ->
                new PrintProposal(source, edits, questions, drift.changes()).write(print, gone));
    List<Proposal.File> files = new ArrayList<>();
    String name = form.formId() + "-" + edition.replaceAll("[^0-9A-Za-z-]", "");
    files.add(new Proposal.File("forms/" + name + ".yaml", banner(fileName) + edits.whole()));
    new DictionaryProposal(drift, definitions, questions).measures(name).ifPresent(files::add);
    new DictionaryProposal(drift, definitions, questions).practiceTypes().ifPresent(files::add);
    return new Proposal(files);
  }

  private String banner(String fileName) {
    String name = fileName.replaceAll("[\\r\\n]", " ");
    return questions.chinese()
        ? "# 据“"
            + name
            + "”对 "
            + form.edition()
            + " 版提出的新版，尚未生效：有“请确认”的注释就不会载入。\n"
            + "# 逐条确认：核对、改好下一行，再删去那行注释；全部确认后放进主目录的 config/forms/，与旧版并存。\n"
        : "# Proposed from “"
            + name
            + "” on edition "
            + form.edition()
            + "; not in force: a file that asks to confirm is not loaded.\n"
            + "# Settle each: look at the next line, change it if needed, delete the comment. Then put the file into config/forms/ of the home, beside the old edition.\n";
  }

  private Optional<Change> only(ChangeKind kind) {
    return drift.changes().stream().filter(change -> change.kind() == kind).findFirst();
  }

  private String edition() {
    return only(ChangeKind.YEAR).map(Change::now).orElse(form.edition() + "-2");
  }

  private void head(String edition) {
    Node root = source.root();
    YamlSource.value(root, "edition")
        .ifPresent(
            node -> {
              edits.above(node, questions.edition(only(ChangeKind.YEAR).isPresent()));
              edits.scalar(node, "\"" + edition + "\"");
            });
    YamlSource.value(root, "source").ifPresent(node -> edits.above(node, questions.source()));
  }

  private void around() {
    Node root = source.root();
    for (Change change : drift.changes()) {
      Optional<Node> list =
          switch (change.kind()) {
            case TITLE -> YamlSource.value(root, "titles");
            case REPORTER ->
                YamlSource.value(root, "reporter")
                    .flatMap(reporter -> YamlSource.value(reporter, "labels"));
            case SIGNATURE -> YamlSource.value(root, "signature");
            default -> Optional.empty();
          };
      if (list.isPresent() && !change.now().isEmpty()) {
        edits.above(list.get(), questions.around(change));
        if (change.kind() == ChangeKind.SIGNATURE) {
          edits.append(list.get(), change.now());
        } else {
          edits.prepend(list.get(), change.now());
        }
      }
    }
  }

  private void letter(Node root) {
    Optional<Node> sentences =
        YamlSource.value(root, "letter").flatMap(node -> YamlSource.value(node, "sentences"));
    if (sentences.isEmpty() || form.letter().isEmpty()) {
      return;
    }
    List<Node> nodes = YamlSource.items(sentences.get());
    Section section = new Section(source, sentences.get());
    for (int index = 0; index < nodes.size(); index++) {
      String fragment = ((ScalarNode) nodes.get(index)).getValue();
      Optional<Change> change =
          drift.changes().stream().filter(one -> one.old().equals(fragment)).findFirst();
      if (change.isPresent() && change.get().kind() == ChangeKind.GONE) {
        section.comment(index, List.of(questions.gone(change.get())));
      } else {
        section.keep(index, change.map(questions::sentence).map(List::of).orElse(List.of()));
      }
    }
    section.write(edits);
  }

  /** Measures and columns that the new edition no longer names. */
  private Set<String> gone() {
    Set<String> gone = new HashSet<>();
    Set<Item> items = new HashSet<>();
    for (Change change : drift.changes()) {
      if (ANOTHER.contains(change.kind())) {
        items.addAll(change.items());
        change.items().forEach(item -> gone.add(item.name()));
      }
    }
    form.tables().stream()
        .flatMap(table -> table.columns().stream())
        .filter(item -> !items.contains(item))
        .forEach(item -> gone.remove(item.name()));
    return gone;
  }

  /** Checks that name what is gone would keep the file from loading; they become comments. */
  private void checks(Node root, Set<String> gone) {
    Optional<Node> checks = YamlSource.value(root, "checks");
    if (gone.isEmpty() || checks.isEmpty()) {
      return;
    }
    Section section = new Section(source, checks.get());
    List<Node> nodes = YamlSource.items(checks.get());
    for (int index = 0; index < nodes.size(); index++) {
      List<String> named = names(nodes.get(index)).stream().filter(gone::contains).toList();
      if (named.isEmpty()) {
        section.keep(index, List.of());
      } else {
        section.comment(index, List.of(questions.check(named)));
      }
    }
    section.write(edits);
  }

  private static List<String> names(Node check) {
    List<String> names = new ArrayList<>();
    if (check instanceof org.yaml.snakeyaml.nodes.MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              tuple -> {
                if (tuple.getValueNode() instanceof ScalarNode scalar) {
                  names.add(scalar.getValue());
                }
                for (Node item : YamlSource.items(tuple.getValueNode())) {
                  if (item instanceof ScalarNode scalar) {
                    names.add(scalar.getValue());
                  }
                }
              });
    }
    return names;
  }
}
