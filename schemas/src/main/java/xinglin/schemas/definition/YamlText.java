package xinglin.schemas.definition;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML; where a text is none, says in words of an author what is wrong and where. */
final class YamlText {
  private static final int CHARACTERS = 64 * 1024 * 1024;

  private YamlText() {}

  static Optional<Node> read(String shown, String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(CHARACTERS);
    try {
      Node node =
          new Composer(
                  new ParserImpl(new StreamReader(new StringReader(text)), options),
                  new UntypedScalars(),
                  options)
              .getSingleNode();
      if (node == null) {
        problems.add(shown, 0, Mistake.of("the file is empty"));
      }
      return Optional.ofNullable(node);
    } catch (MarkedYAMLException e) {
      problem(shown, text.lines().toList(), e, problems);
    } catch (ReaderException e) {
      problems.add(
          shown,
          1 + (int) text.substring(0, e.getPosition()).chars().filter(c -> c == '\n').count(),
          Mistake.of(
              "a character that no text has: {0}",
              String.format(java.util.Locale.ROOT, "U+%04X", e.getCodePoint())));
    } catch (YAMLException e) {
      problems.add(shown, 0, Mistake.of("not valid YAML: {0}", String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static void problem(
      String shown, List<String> lines, MarkedYAMLException e, Problems problems) {
    int at = line(e.getProblemMark(), lines.size());
    int began = e.getContextMark() == null ? at : line(e.getContextMark(), lines.size());
    String said = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    for (int line : new int[] {at, at - 1, began}) {
      if (line > 0 && line <= lines.size() && lacksColon(lines.get(line - 1))) {
        problems.add(
            shown,
            line,
            Mistake.of("a full-width colon ： stands where YAML needs \": \" (colon and space)"));
        return;
      }
    }
    if (said.contains("TAB") || said.contains("'\\t'")) {
      problems.add(shown, at, Mistake.of("a tab stands here; indent with spaces"));
    } else if (context.contains("quoted scalar")) {
      problems.add(shown, began, Mistake.of("a quote is opened here and never closed"));
    } else if (said.contains("',' or ']'")) {
      problems.add(shown, began, Mistake.of("the list that begins here with [ is not closed by ]"));
    } else if (said.contains("',' or '}'")) {
      problems.add(shown, began, Mistake.of("what begins here with { is not closed by }"));
    } else if (said.contains("mapping values are not allowed")) {
      problems.add(
          shown,
          at,
          Mistake.of("a second \": \" in one line, or a key indented unlike the one above"));
    } else if (said.contains("could not find expected ':'")) {
      problems.add(shown, began, Mistake.of("this line has no \": \" (colon and space)"));
    } else if (said.contains("<block end>")) {
      problems.add(shown, at, Mistake.of("this line is indented unlike the ones above"));
    } else if (said.contains("cannot start any token")) {
      problems.add(
          shown,
          at,
          Mistake.of(
              "a text cannot begin with {0} here; put it into quotes", said.substring(16, 19)));
    } else {
      problems.add(shown, at, Mistake.of("not valid YAML: {0}", said));
    }
  }

  private static boolean lacksColon(String line) {
    return line.contains("：") && !line.contains(": ") && !line.strip().endsWith(":");
  }

  private static int line(Mark mark, int last) {
    return Math.max(1, Math.min(mark == null ? 1 : mark.getLine() + 1, last));
  }

  /**
   * Definitions are read as texts, so the types that YAML sees in scalars need not be found out.
   */
  private static final class UntypedScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // None: this halves the time that reading all definitions takes.
    }
  }
}
