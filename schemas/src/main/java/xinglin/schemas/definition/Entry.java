package xinglin.schemas.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of a definition that knows its file and line. Getters report what is missing or of the
 * wrong kind to {@link Problems} and return a harmless value, so that one pass finds all mistakes;
 * {@link #done()} reports keys nobody asked for.
 */
public final class Entry {
  private final DefinitionPath path;
  private final Node node;
  private final Problems problems;
  private final Mapping mapping;
  private final Map<Node, Entry> children = new HashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private boolean isLater;
  private boolean isRefused;
  private boolean isFinishing;

  Entry(DefinitionPath path, Node node, Problems problems) {
    this.path = path;
    this.node = node;
    this.problems = problems;
    this.mapping = new Mapping(path.shown(), node, problems);
  }

  /** Path among the definitions, {@code forms/x.yaml}, wherever the file lies. */
  public String file() {
    return path.name();
  }

  /** One-based line of this node. */
  public int line() {
    return Mapping.line(node);
  }

  /** For sentences in one language; {@link #problem(Mistake)} speaks both. */
  public void problem(String message) {
    problems.add(path.shown(), line(), message);
  }

  /** Reports a problem at the line of the key, or of this node if the key is not there. */
  public void problem(String key, String message) {
    problems.add(path.shown(), mapping.line(key, line()), message);
  }

  public void problem(Mistake mistake) {
    problems.add(path.shown(), line(), mistake);
  }

  /** Reports a problem at the line of the key, or of this node if the key is not there. */
  public void problem(String key, Mistake mistake) {
    problems.add(path.shown(), mapping.line(key, line()), mistake);
  }

  /** Reports a problem of the file as a whole. */
  public void problemOfFile(Mistake mistake) {
    problems.add(path.shown(), 0, mistake);
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** This node itself as text, for items of a list. */
  public String value() {
    if (node instanceof ScalarNode scalar) {
      if (scalar.getValue().isBlank()) {
        problem(Mistake.of("an item of this list is empty"));
      }
      return scalar.getValue();
    }
    problem(Mistake.of("expected a text"));
    return "";
  }

  public boolean has(String key) {
    return child(key).isPresent();
  }

  public Set<String> keys() {
    return mapping.keys();
  }

  /** Required text. */
  public String text(String key) {
    if (child(key).isEmpty()) {
      return missing(key, "");
    }
    String text = findText(key).orElse("");
    if (text.isBlank() && child(key).get() instanceof ScalarNode) {
      problem(key, Mistake.of("\"{0}\" is empty", key));
    }
    return text;
  }

  public String text(String key, String otherwise) {
    return findText(key).orElse(otherwise);
  }

  public Optional<String> findText(String key) {
    Optional<Node> child = child(key);
    if (child.isPresent() && child.get() instanceof ScalarNode scalar) {
      String text = scalar.getValue();
      if (scalar.isPlain() && FullWidth.isQuoted(text)) {
        problem(
            key,
            Mistake.of(
                "\"{0}\" stands in full-width quotes, which would be part of it: {1}", key, text));
      }
      return Optional.of(text);
    }
    if (child.isPresent()) {
      problem(key, Mistake.of("\"{0}\" must be a text", key));
    }
    return Optional.empty();
  }

  public boolean flag(String key, boolean otherwise) {
    String text = findText(key).orElse(Boolean.toString(otherwise));
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    problem(key, Mistake.of("\"{0}\" must be true or false, not \"{1}\"", key, text));
    return otherwise;
  }

  public int number(String key, int otherwise) {
    Optional<String> text = findText(key);
    try {
      return text.map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      problem(key, Mistake.of("\"{0}\" must be a whole number, not \"{1}\"", key, text.orElse("")));
      return otherwise;
    }
  }

  /** Optional date, {@code yyyy-MM-dd}. */
  public Optional<LocalDate> findDate(String key) {
    return findText(key).flatMap(text -> date(key, text));
  }

  private Optional<LocalDate> date(String key, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      problem(key, Mistake.of("\"{0}\" must be a date such as 2024-08-09, not \"{1}\"", key, text));
      return Optional.empty();
    }
  }

  /** One of the names of an enum, in lower case with underscores. */
  public <T extends Enum<T>> T choice(String key, Class<T> type, T otherwise) {
    Optional<String> text = findText(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    List<String> names = new ArrayList<>();
    for (T constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      names.add(name);
      if (name.equals(text.get())) {
        return constant;
      }
    }
    problem(
        key, Mistake.of("\"{0}\" is not one of {1}", text.get(), names).near(text.get(), names));
    return otherwise;
  }

  /** Optional list of texts; a single text stands for a list of one. */
  public List<String> texts(String key) {
    Optional<Node> child = child(key);
    if (child.isPresent() && child.get() instanceof ScalarNode scalar) {
      if (scalar.getValue().isBlank()) {
        problem(key, Mistake.of("\"{0}\" is empty", key));
        return List.of();
      }
      return List.of(scalar.getValue());
    }
    return list(key).stream().map(Entry::value).toList();
  }

  /** Optional list of entries. */
  public List<Entry> list(String key) {
    Optional<Node> child = child(key);
    if (child.isEmpty()) {
      return List.of();
    }
    if (child.get() instanceof SequenceNode) {
      return entry(child.get()).items();
    }
    problem(key, Mistake.of("\"{0}\" must be a list", key));
    return List.of();
  }

  /** Items of this node if it is a list. */
  public List<Entry> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::entry).toList();
    }
    problem(Mistake.of("expected a list"));
    return List.of();
  }

  public Optional<Entry> find(String key) {
    return child(key).map(this::entry);
  }

  /** Required mapping. */
  public Entry get(String key) {
    return find(key)
        .orElseGet(
            () -> {
              missing(key, "");
              Entry empty = new Entry(path, emptyMapping(), new Problems());
              return empty;
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

  /** Texts by key, in order; a text may be empty. */
  public Map<String, String> map(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    find(key)
        .ifPresent(
            entry -> {
              entry.requireMapping();
              entry.keys().forEach(name -> values.put(name, entry.text(name, "")));
            });
    return values;
  }

  /** Leaves the keys of this entry to whoever reads it later: its parent will not report them. */
  public Entry later() {
    isLater = true;
    return this;
  }

  /** Reports every key that nobody asked for, here and below. */
  public void done() {
    if (isFinishing) {
      return;
    }
    isFinishing = true;
    for (String key : mapping.keys()) {
      if (!asked.contains(key)) {
        problem(key, Mistake.of("unknown key \"{0}\"", key).near(key, asked));
      }
    }
    children.values().stream().filter(child -> !child.isLater).forEach(Entry::done);
    isFinishing = false;
  }

  private Optional<Node> child(String key) {
    asked.add(key);
    requireMapping();
    return mapping.find(key);
  }

  private void requireMapping() {
    if (!isMapping() && !isRefused) {
      isRefused = true;
      problem(Mistake.of("expected keys with values here, one \"key: value\" a line"));
    }
  }

  private Entry entry(Node child) {
    return children.computeIfAbsent(child, known -> new Entry(path, known, problems));
  }

  private <T> T missing(String key, T otherwise) {
    if (isMapping()) {
      problem(Mistake.of("\"{0}\" is missing", key));
    }
    return otherwise;
  }
}
