package xinglin.app.command.trace;

import java.util.ArrayList;
import java.util.List;

/** A line of a printed tree with what hangs below it. */
record Branch(String text, List<Branch> below) {

  Branch {
    below = List.copyOf(below);
  }

  static Branch leaf(String text) {
    return new Branch(text, List.of());
  }

  /** The line itself, then the branches with their lines drawn. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(text));
    for (int at = 0; at < below.size(); at++) {
      boolean isLast = at == below.size() - 1;
      List<String> branch = below.get(at).lines();
      lines.add((isLast ? "└─ " : "├─ ") + branch.get(0));
      for (String line : branch.subList(1, branch.size())) {
        lines.add((isLast ? "   " : "│  ") + line);
      }
    }
    return lines;
  }
}
