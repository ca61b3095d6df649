package xinglin.schemas.fill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.notation.DateReader;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Value;

/**
 * Fields around a table: who filled it in, when, telephone. Personal data.
 *
 * @param fields value as sent by label
 * @param signedOn the day on which the form was filled in, if it prints one
 */
record Signature(Map<String, String> fields, Optional<LocalDate> signedOn) {

  static Signature read(Collection<AroundText> texts, List<String> labels) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> spaced = new ArrayList<>();
    for (String label : labels) {
      StringBuilder regex = new StringBuilder();
      label
          .codePoints()
          .forEach(point -> regex.append(Pattern.quote(Character.toString(point))).append("\\s*"));
      spaced.add(regex.toString());
    }
    if (labels.isEmpty()) {
      return new Signature(fields, Optional.empty());
    }
    Pattern any = Pattern.compile("(" + String.join("|", spaced) + ")[：:]");
    for (AroundText text : texts) {
      Matcher matcher = any.matcher(text.text());
      String label = "";
      int start = 0;
      while (matcher.find()) {
        put(fields, label, text.text().substring(start, matcher.start()));
        label = matcher.group(1).replaceAll("\\s+", "");
        start = matcher.end();
      }
      String rest = text.text().substring(start);
      put(fields, label, rest.isBlank() && start > 0 ? text.beside() : rest);
    }
    return new Signature(fields, signedOn(fields));
  }

  private static void put(Map<String, String> fields, String label, String value) {
    String trimmed = value.strip().replaceAll("\\s{2,}.*$", "");
    if (!label.isEmpty() && !trimmed.isEmpty()) {
      fields.putIfAbsent(label, trimmed);
    }
  }

  private static Optional<LocalDate> signedOn(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().endsWith("日期"))
        .map(
            field -> DateReader.read(Cell.ofText(0, 0, field.getValue()), Optional.empty()).value())
        .map(Value::date)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
