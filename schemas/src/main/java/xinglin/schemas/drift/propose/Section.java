package xinglin.schemas.drift.propose;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A list of items in the order in which the new edition prints them: kept ones with their edits and
 * the comments above them, new ones, and those that are gone as comments.
 */
final class Section {
  private final YamlSource source;
  private final Node list;
  private final List<Node> nodes;
  private final List<Piece> pieces = new ArrayList<>();

  Section(YamlSource source, Node list) {
    this.source = source;
    this.list = list;
    this.nodes = YamlSource.items(list);
  }

  /** An item, or text of our own; {@code index} is -1 for what has no old item. */
  private record Piece(int index, boolean gone, List<String> above, String text) {}

  /** Keeps an old item, with comments above it. */
  void keep(int index, List<String> above) {
    pieces.add(new Piece(index, false, above, ""));
  }

  /** Puts a new item. */
  void add(List<String> above, String item) {
    pieces.add(new Piece(-1, false, above, item));
  }

  /** Leaves an old item as a comment. */
  void comment(int index, List<String> above) {
    pieces.add(new Piece(index, true, above, ""));
  }

  /** Where an old item stands now; -1 if it was not put anywhere. */
  int placeOf(int index) {
    for (int at = 0; at < pieces.size(); at++) {
      if (pieces.get(at).index() == index) {
        return at;
      }
    }
    return -1;
  }

  /** Moves the last piece to a place. */
  void moveLastTo(int place) {
    pieces.add(place, pieces.remove(pieces.size() - 1));
  }

  List<Node> nodes() {
    return nodes;
  }

  /** Adds the whole list to the edits. */
  void write(Edits edits) {
    if (nodes.isEmpty()) {
      return;
    }
    if (onOwnLines()) {
      int from = source.lineStart(source.start(nodes.get(0)));
      int to = source.lineEnd(source.end(nodes.get(nodes.size() - 1)));
      String indent = source.indent(source.start(nodes.get(0)));
      StringBuilder text = new StringBuilder();
      for (Piece piece : pieces) {
        piece.above().forEach(line -> text.append(indent).append(line).append('\n'));
        text.append(lines(piece, indent, edits));
      }
      edits.replace(from, to, text.toString());
      return;
    }
    String indent = source.indent(source.start(list)) + "  ";
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      piece.above().forEach(line -> text.append('\n').append(indent).append(line));
      text.append('\n').append(indent).append(piece.gone() ? "# - " : "- ");
      text.append(
          piece.index() < 0
              ? piece.text()
              : edits.between(
                  source.start(nodes.get(piece.index())), source.end(nodes.get(piece.index()))));
    }
    edits.replace(source.start(list), source.end(list), text.toString());
  }

  private boolean onOwnLines() {
    if (YamlSource.isFlow(list)) {
      return false;
    }
    for (int i = 1; i < nodes.size(); i++) {
      if (source.lineStart(source.start(nodes.get(i)))
          == source.lineStart(source.start(nodes.get(i - 1)))) {
        return false;
      }
    }
    return true;
  }

  private String lines(Piece piece, String indent, Edits edits) {
    if (piece.index() < 0) {
      return indent + "- " + piece.text() + "\n";
    }
    int index = piece.index();
    int from =
        index == 0
            ? source.lineStart(source.start(nodes.get(0)))
            : source.lineEnd(source.end(nodes.get(index - 1)));
    int to = source.lineEnd(source.end(nodes.get(index)));
    if (!piece.gone()) {
      String text = edits.between(from, to);
      return text.endsWith("\n") ? text : text + "\n";
    }
    StringBuilder text = new StringBuilder();
    source
        .text()
        .substring(from, to)
        .lines()
        .forEach(
            line ->
                text.append(indent)
                    .append("# ")
                    .append(
                        line.startsWith(indent) ? line.substring(indent.length()) : line.strip())
                    .append('\n'));
    return text.toString();
  }
}
