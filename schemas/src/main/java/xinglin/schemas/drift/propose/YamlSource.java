package xinglin.schemas.drift.propose;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML text with the places of its nodes, for edits that leave everything else as it is. */
final class YamlSource {
  private final String text;
  private final Node root;

  YamlSource(String text) {
    this.text = text;
    this.root =
        new Composer(
                new ParserImpl(new StreamReader(new StringReader(text)), new LoaderOptions()),
                new Resolver(),
                new LoaderOptions())
            .getSingleNode();
  }

  String text() {
    return text;
  }

  Node root() {
    return root;
  }

  static Optional<Node> value(Node mapping, String key) {
    if (mapping instanceof MappingNode known) {
      for (NodeTuple tuple : known.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(tuple.getValueNode());
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Node> key(Node mapping, String key) {
    if (mapping instanceof MappingNode known) {
      for (NodeTuple tuple : known.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  static List<Node> items(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }

  int start(Node node) {
    return index(node.getStartMark());
  }

  /** Behind the last character that belongs to the node, without what follows a block. */
  int end(Node node) {
    if (node instanceof MappingNode mapping
        && mapping.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK
        && !mapping.getValue().isEmpty()) {
      List<NodeTuple> tuples = mapping.getValue();
      return end(tuples.get(tuples.size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode sequence
        && sequence.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK
        && !sequence.getValue().isEmpty()) {
      List<Node> values = sequence.getValue();
      return end(values.get(values.size() - 1));
    }
    return index(node.getEndMark());
  }

  private int index(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  /** First character of the line. */
  int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Behind the line break. */
  int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** Spaces before the first character of the line. */
  String indent(int at) {
    int start = lineStart(at);
    int end = start;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return text.substring(start, end);
  }

  static boolean isFlow(Node node) {
    return (node instanceof SequenceNode sequence
            && sequence.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.FLOW)
        || (node instanceof MappingNode mapping
            && mapping.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.FLOW);
  }
}
