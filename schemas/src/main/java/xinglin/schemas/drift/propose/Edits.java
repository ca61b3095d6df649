package xinglin.schemas.drift.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Edits of a YAML text, made together so that their places stay true. */
final class Edits {
  private static final Pattern PLAIN =
      Pattern.compile(
          "[\\p{IsHan}\\p{L}\\p{N}（“][\\p{IsHan}\\p{L}\\p{N}（）“”‘’、；。！《》〈〉【】〔〕／·_\\-/.%％+]*");
  private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_-]*");
  private final YamlSource source;
  private final List<Edit> edits = new ArrayList<>();

  Edits(YamlSource source) {
    this.source = source;
  }

  /** Replaces what stands from one place to the other. */
  private record Edit(int from, int to, String text, int order) {}

  void replace(int from, int to, String text) {
    edits.add(new Edit(from, to, text, edits.size()));
  }

  void scalar(Node node, String value) {
    replace(source.start(node), source.end(node), value);
  }

  /** Puts a line above the line where the node begins, indented like it. */
  void above(Node node, String comment) {
    int line = source.lineStart(source.start(node));
    replace(line, line, source.indent(line) + comment + "\n");
  }

  /** Puts a text at the front of a list of texts, which may also be a single text. */
  void prepend(Node list, String text) {
    List<Node> items = YamlSource.items(list);
    if (list instanceof ScalarNode) {
      String old = source.text().substring(source.start(list), source.end(list));
      replace(source.start(list), source.end(list), "[" + quoted(text) + ", " + old + "]");
    } else if (YamlSource.isFlow(list)) {
      int at = source.start(list) + 1;
      replace(at, at, quoted(text) + (items.isEmpty() ? "" : ", "));
    } else {
      int line = source.lineStart(source.start(items.get(0)));
      replace(line, line, source.indent(line) + "- " + quoted(text) + "\n");
    }
  }

  /** Puts a text at the end of a list of texts. */
  void append(Node list, String text) {
    List<Node> items = YamlSource.items(list);
    if (items.isEmpty()) {
      prepend(list, text);
    } else if (YamlSource.isFlow(list)) {
      int at = source.end(items.get(items.size() - 1));
      replace(at, at, ", " + quoted(text));
    } else {
      int end = source.end(items.get(items.size() - 1));
      replace(end, end, "\n" + source.indent(source.start(items.get(0))) + "- " + quoted(text));
    }
  }

  /** A key with its value at the end of a mapping. */
  void add(Node mapping, String key, String value) {
    int end = source.end(mapping);
    if (YamlSource.isFlow(mapping)) {
      replace(end - 1, end - 1, ", " + key + ": " + value);
    } else {
      int column = source.start(mapping) - source.lineStart(source.start(mapping));
      replace(end, end, "\n" + " ".repeat(column) + key + ": " + value);
    }
  }

  /** Takes a key and its value out of a flow mapping. */
  void remove(Node mapping, String key) {
    Optional<Node> name = YamlSource.key(mapping, key);
    Optional<Node> value = YamlSource.value(mapping, key);
    if (name.isEmpty() || value.isEmpty()) {
      return;
    }
    int from = source.start(name.get());
    int to = source.end(value.get());
    if (YamlSource.isFlow(mapping)) {
      int comma = source.text().lastIndexOf(',', from);
      boolean first = comma <= source.start(mapping);
      int next = first && source.text().startsWith(", ", to) ? to + 2 : to;
      replace(first ? from : comma, next, "");
    } else {
      replace(source.lineStart(from), source.lineEnd(to), "");
    }
  }

  /** The text from one place to another with the edits that lie in between. */
  String between(int from, int to) {
    StringBuilder result = new StringBuilder();
    int at = from;
    List<Edit> inside =
        edits.stream()
            .filter(edit -> edit.from() >= from && edit.to() <= to)
            .sorted(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::order))
            .toList();
    for (Edit edit : inside) {
      if (edit.from() < at) {
        continue;
      }
      result.append(source.text(), at, edit.from()).append(edit.text());
      at = edit.to();
    }
    return result.append(source.text(), at, to).toString();
  }

  String whole() {
    return between(0, source.text().length());
  }

  /** A text as YAML, in quotes only where needed. */
  static String quoted(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static String list(List<String> texts) {
    return texts.stream().map(Edits::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** An id, or a question mark in quotes. */
  static String id(String id) {
    return WORD.matcher(id).matches() ? id : "\"" + id + "\"";
  }
}
