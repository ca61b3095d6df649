package xinglin.schemas.definition;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML text as nodes, not yet looked at.
 *
 * @param node empty if the text is no YAML
 * @param problems of the text itself
 */
record ParsedText(DefinitionPath path, Optional<Node> node, List<DefinitionProblem> problems) {

  static ParsedText of(DefinitionPath path, String text) {
    Problems problems = new Problems();
    Undecided.report(path.shown(), text, problems);
    Optional<Node> node = YamlText.read(path.shown(), text, problems);
    return new ParsedText(path, node, problems.list());
  }

  /** What is wrong with the text, and later with what stands in it, goes to {@code reported}. */
  Optional<Entry> entry(Problems reported) {
    reported.addAll(problems);
    return node.map(known -> new Entry(path, known, reported));
  }
}
