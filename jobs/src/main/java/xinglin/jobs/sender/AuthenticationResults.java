package xinglin.jobs.sender;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One Authentication-Results field (RFC 8601), read leniently: what cannot be read is left out.
 *
 * @param server who wrote it (authserv-id), in lower case
 */
record AuthenticationResults(String server, List<Statement> statements) {

  /**
   * What it says of one method.
   *
   * @param result for example {@code pass}, in lower case
   * @param properties in lower case, for example {@code smtp.mailfrom}
   */
  record Statement(String method, String result, Map<String, String> properties) {}

  /**
   * @param body of the field
   */
  static AuthenticationResults of(String body) {
    String[] sections = plain(body).split(";", -1);
    List<Statement> statements = new ArrayList<>();
    for (int i = 1; i < sections.length; i++) {
      String[] words = sections[i].replaceAll(" *= *", "=").strip().split(" +");
      String[] method = words[0].split("=", 2);
      if (method.length == 2) {
        statements.add(
            new Statement(method[0].replaceFirst("/.*", ""), method[1], properties(words)));
      }
    }
    return new AuthenticationResults(sections[0].strip().split(" +")[0], statements);
  }

  private static Map<String, String> properties(String[] words) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split("=", 2);
      if (parts.length == 2) {
        properties.putIfAbsent(parts[0], parts[1]);
      }
    }
    return properties;
  }

  /** In lower case and one line, without comments and quotes; what is quoted separates nothing. */
  private static String plain(String body) {
    StringBuilder plain = new StringBuilder(body.length());
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\\' && (quoted || depth > 0)) {
        i++;
      } else if (quoted) {
        quoted = c != '"';
        plain.append(quoted ? (" \t\r\n;=()".indexOf(c) < 0 ? c : '_') : "");
      } else if (c == '(') {
        depth++;
      } else if (depth > 0) {
        depth -= c == ')' ? 1 : 0;
        plain.append(depth == 0 ? " " : "");
      } else if (c == '"') {
        quoted = true;
      } else {
        plain.append(Character.isWhitespace(c) ? ' ' : c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
