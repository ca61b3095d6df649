package xinglin.schemas.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Keys of one mapping with their values and lines; empty for anything else. */
final class Mapping {
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /** Keys that are no words, or stand twice, are reported. */
  Mapping(String file, Node node, Problems problems) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        int line = line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
          problems.add(file, line, Mistake.of("a key must be a word"));
          continue;
        }
        String key = scalar.getValue();
        if (values.put(key, tuple.getValueNode()) != null) {
          problems.add(file, line, Mistake.of("key \"{0}\" stands twice", key));
        }
        lines.put(key, line);
      }
    }
  }

  Optional<Node> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** One-based line of a key. */
  int line(String key, int otherwise) {
    return lines.getOrDefault(key, otherwise);
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
