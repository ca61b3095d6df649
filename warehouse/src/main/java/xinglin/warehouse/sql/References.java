package xinglin.warehouse.sql;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that a model uses, found by reading it: {@code layer.name} anywhere, a bare name after
 * {@code from} or {@code join}, and any name called like a function. Names that the statement
 * itself defines are none.
 */
final class References {
  private static final Pattern NOISE = Pattern.compile("--[^\n]*|'(?:[^']|'')*'");
  private static final Pattern EXTRACT =
      Pattern.compile("extract\\s*\\(\\s*\\w+\\s+from|distinct\\s+from|both\\s+from");
  private static final Pattern QUALIFIED =
      Pattern.compile("\\b(lake|staging|core|history|indicators)\\.([a-z_][a-z0-9_]*)");
  private static final Pattern SOURCE =
      Pattern.compile("\\b(?:from|join)\\s+([a-z_][a-z0-9_]*)\\b(?!\\s*[.(])");
  private static final Pattern CALL = Pattern.compile("(?<![.\\w])([a-z_][a-z0-9_]*)\\s*\\(");
  private static final Pattern DEFINED =
      Pattern.compile(
          "\\b([a-z_][a-z0-9_]*)\\s*(?:\\([^()]*\\))?\\s+as\\s+(?:materialized\\s*)?\\(");

  private References() {}

  /** One use. {@code call} uses may also be functions of the database. */
  record Use(String name, int line, boolean call) {}

  static Set<Use> of(SqlModel model) {
    String text = blank(EXTRACT, blank(NOISE, model.text()));
    Set<String> defined = new LinkedHashSet<>();
    for (Matcher matcher = DEFINED.matcher(text); matcher.find(); ) {
      defined.add(matcher.group(1));
    }
    TreeMap<Integer, Use> uses = new TreeMap<>();
    for (Matcher matcher = QUALIFIED.matcher(text); matcher.find(); ) {
      uses.put(matcher.start(), new Use(matcher.group(), line(text, matcher.start()), false));
    }
    for (Matcher matcher = SOURCE.matcher(text); matcher.find(); ) {
      if (!defined.contains(matcher.group(1))) {
        uses.put(matcher.start(1), new Use(matcher.group(1), line(text, matcher.start(1)), false));
      }
    }
    for (Matcher matcher = CALL.matcher(text); matcher.find(); ) {
      if (!defined.contains(matcher.group(1))) {
        uses.putIfAbsent(
            matcher.start(1), new Use(matcher.group(1), line(text, matcher.start(1)), true));
      }
    }
    return new LinkedHashSet<>(uses.values());
  }

  /** Keeps line breaks, so that positions still tell the line. */
  private static String blank(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(match -> match.group().replaceAll("[^\n]", " "));
  }

  private static int line(String text, int position) {
    return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
  }
}
