package xinglin.schemas.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of a definition that knows its file and line. Getters report what is missing or of the
 * wrong kind to {@link Problems} and return a harmless value, so that one pass finds all mistakes;
 * {@link #done()} reports keys nobody asked for.
 */
public final class Entry {
  private final String file;
  private final Node node;
  private final Problems problems;
  private final Map<String, Node> children = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  Entry(String file, Node node, Problems problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        if (children.put(key, tuple.getValueNode()) != null) {
          problems.add(
              file,
              tuple.getKeyNode().getStartMark().getLine() + 1,
              "key \"" + key + "\" stands twice");
        }
        keyLines.put(key, tuple.getKeyNode().getStartMark().getLine() + 1);
      }
    }
  }

  public String file() {
    return file;
  }

  /** One-based line of this node. */
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public void problem(String message) {
    problems.add(file, line(), message);
  }

  /** Reports a problem at the line of the key, or of this node if the key is not there. */
  public void problem(String key, String message) {
    problems.add(file, keyLines.getOrDefault(key, line()), message);
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** This node itself as text, for items of a list. */
  public String value() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem("expected a text");
    return "";
  }

  public boolean has(String key) {
    asked.add(key);
    return children.containsKey(key);
  }

  public Set<String> keys() {
    return children.keySet();
  }

  /** Required text. */
  public String text(String key) {
    return findText(key).orElseGet(() -> missing(key, ""));
  }

  public String text(String key, String otherwise) {
    return findText(key).orElse(otherwise);
  }

  public Optional<String> findText(String key) {
    asked.add(key);
    Node child = children.get(key);
    if (child == null) {
      return Optional.empty();
    }
    if (child instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    problem(key, "\"" + key + "\" must be a text");
    return Optional.empty();
  }

  public boolean flag(String key, boolean otherwise) {
    return findText(key)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> {
                    problem(key, "\"" + key + "\" must be true or false, not \"" + text + "\"");
                    yield otherwise;
                  }
                })
        .orElse(otherwise);
  }

  public int number(String key, int otherwise) {
    Optional<String> text = findText(key);
    try {
      return text.map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      problem(key, "\"" + key + "\" must be a whole number, not \"" + text.orElse("") + "\"");
      return otherwise;
    }
  }

  /** Optional date, {@code yyyy-MM-dd}. */
  public Optional<LocalDate> findDate(String key) {
    return findText(key)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeParseException e) {
                problem(
                    key, "\"" + key + "\" must be a date such as 2024-08-09, not \"" + text + "\"");
                return Optional.empty();
              }
            });
  }

  /** One of the names of an enum, in lower case with underscores. */
  public <T extends Enum<T>> T choice(String key, Class<T> type, T otherwise) {
    Optional<String> text = findText(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    List<String> names = new ArrayList<>();
    for (T constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(java.util.Locale.ROOT);
      names.add(name);
      if (name.equals(text.get())) {
        return constant;
      }
    }
    problem(
        key,
        "\"" + text.get() + "\" is not one of " + names + Problems.didYouMean(text.get(), names));
    return otherwise;
  }

  /** Optional list of texts; a single text stands for a list of one. */
  public List<String> texts(String key) {
    asked.add(key);
    Node child = children.get(key);
    if (child instanceof ScalarNode scalar) {
      return List.of(scalar.getValue());
    }
    return list(key).stream().map(Entry::value).toList();
  }

  /** Optional list of entries. */
  public List<Entry> list(String key) {
    asked.add(key);
    Node child = children.get(key);
    if (child == null) {
      return List.of();
    }
    if (child instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new Entry(file, item, problems)).toList();
    }
    problem(key, "\"" + key + "\" must be a list");
    return List.of();
  }

  /** Items of this node if it is a list. */
  public List<Entry> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new Entry(file, item, problems)).toList();
    }
    problem("expected a list");
    return List.of();
  }

  public Optional<Entry> find(String key) {
    asked.add(key);
    return Optional.ofNullable(children.get(key)).map(child -> new Entry(file, child, problems));
  }

  /** Required mapping. */
  public Entry get(String key) {
    return find(key)
        .orElseGet(
            () -> {
              missing(key, "");
              return new Entry(file, emptyMapping(), problems);
            });
  }

  private MappingNode emptyMapping() {
    return new MappingNode(
        Tag.MAP,
        true,
        new ArrayList<>(),
        node.getStartMark(),
        node.getEndMark(),
        DumperOptions.FlowStyle.BLOCK);
  }

  /** Texts by key, in order. */
  public Map<String, String> map(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    find(key).ifPresent(entry -> entry.keys().forEach(name -> values.put(name, entry.text(name))));
    return values;
  }

  /** Reports every key that nobody asked for. */
  public void done() {
    for (String key : children.keySet()) {
      if (!asked.contains(key)) {
        problem(key, "unknown key \"" + key + "\"" + Problems.didYouMean(key, asked));
      }
    }
  }

  private <T> T missing(String key, T otherwise) {
    problem("\"" + key + "\" is missing");
    return otherwise;
  }
}
