package xinglin.schemas.drift.propose;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import xinglin.schemas.drift.Change;
import xinglin.schemas.drift.ChangeKind;

/** How the next edition is printed: its year, and nothing that names what is gone. */
final class PrintProposal {
  private final YamlSource source;
  private final Edits edits;
  private final Questions questions;
  private final List<Change> changes;

  PrintProposal(YamlSource source, Edits edits, Questions questions, List<Change> changes) {
    this.source = source;
    this.edits = edits;
    this.questions = questions;
    this.changes = changes;
  }

  void write(Node print, Set<String> gone) {
    YamlSource.value(print, "title").ifPresent(this::title);
    YamlSource.value(print, "groups").ifPresent(groups -> groups(groups, gone));
    YamlSource.value(print, "widths").ifPresent(widths -> without(widths, gone));
    Set<String> renamed = new HashSet<>(gone);
    changes.stream()
        .filter(change -> change.kind() == ChangeKind.RENAMED || change.kind() == ChangeKind.UNIT)
        .forEach(change -> change.items().forEach(item -> renamed.add(item.name())));
    YamlSource.value(print, "headers").ifPresent(headers -> without(headers, renamed));
  }

  /** Takes keys out of a mapping; an empty one stays. */
  private void without(Node mapping, Set<String> names) {
    List<String> there =
        names.stream().filter(name -> YamlSource.key(mapping, name).isPresent()).sorted().toList();
    boolean all = mapping instanceof MappingNode known && known.getValue().size() == there.size();
    if (all && !there.isEmpty()) {
      edits.replace(source.start(mapping), source.end(mapping), "{}");
    } else {
      there.forEach(name -> edits.remove(mapping, name));
    }
  }

  private void title(Node title) {
    String old = ((ScalarNode) title).getValue();
    String now = old;
    for (Change change : changes) {
      if (change.kind() == ChangeKind.TITLE) {
        now = now.replace(change.old(), change.now());
      } else if (change.kind() == ChangeKind.YEAR) {
        now = now.replaceFirst("20\\d\\d(?=\\s*年)", change.now());
      }
    }
    if (!now.equals(old)) {
      edits.scalar(title, Edits.quoted(now));
    }
  }

  private void groups(Node groups, Set<String> gone) {
    List<Node> nodes = YamlSource.items(groups);
    if (nodes.stream().noneMatch(node -> names(node, gone).isPresent())) {
      return;
    }
    Section section = new Section(source, groups);
    for (int index = 0; index < nodes.size(); index++) {
      Optional<String> named = names(nodes.get(index), gone);
      if (named.isPresent()) {
        section.comment(index, List.of(questions.printedGroup(named.get())));
      } else {
        section.keep(index, List.of());
      }
    }
    if (nodes.stream().allMatch(node -> names(node, gone).isPresent())) {
      int key = source.text().lastIndexOf(':', source.start(groups)) + 1;
      edits.replace(key, key, " []");
    }
    section.write(edits);
  }

  private static Optional<String> names(Node group, Set<String> gone) {
    return List.of("from", "to").stream()
        .flatMap(key -> YamlSource.value(group, key).stream())
        .map(node -> node instanceof ScalarNode scalar ? scalar.getValue() : "")
        .filter(gone::contains)
        .findFirst();
  }
}
