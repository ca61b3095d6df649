package xinglin.schemas.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders such as <code>{label}</code>. A part in double square brackets is left
 * out whole when one of its placeholders has no value: <code>不在名单中[[，是否指“{nearest}”]]。</code>
 */
final class MessageTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
  private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)]]");
  private final List<Part> parts;

  private record Part(String text, boolean optional) {}

  private MessageTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  static MessageTemplate of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = OPTIONAL.matcher(text);
    int from = 0;
    while (matcher.find()) {
      parts.add(new Part(text.substring(from, matcher.start()), false));
      parts.add(new Part(matcher.group(1), true));
      from = matcher.end();
    }
    parts.add(new Part(text.substring(from), false));
    return new MessageTemplate(parts);
  }

  /** Names of placeholders, those of optional parts included. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    parts.forEach(
        part ->
            PLACEHOLDER.matcher(part.text()).results().forEach(found -> names.add(found.group(1))));
    return names;
  }

  /**
   * Fills the placeholders in.
   *
   * @param values value of a placeholder, empty if there is none
   * @param otherwise what stands for an empty value outside of an optional part; throws where that
   *     is a mistake of ours, for a half filled sentence is never shown
   */
  String fill(Function<String, String> values, Function<String, String> otherwise) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part.optional()
          && PLACEHOLDER
              .matcher(part.text())
              .results()
              .anyMatch(found -> values.apply(found.group(1)).isEmpty())) {
        continue;
      }
      Matcher matcher = PLACEHOLDER.matcher(part.text());
      int from = 0;
      while (matcher.find()) {
        String value = values.apply(matcher.group(1));
        text.append(part.text(), from, matcher.start())
            .append(value.isEmpty() ? otherwise.apply(matcher.group(1)) : value);
        from = matcher.end();
      }
      text.append(part.text(), from, part.text().length());
    }
    return text.toString();
  }
}
