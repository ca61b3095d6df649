package xinglin.app.night.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * What trace says of a cell.
 *
 * @param evidence by indicator, first day of the window and division: the strongest
 * @param scopes where it may come to count, by indicator
 */
record Named(Map<String, String> evidence, Map<String, String> scopes) {
  private static final List<String> STRENGTH = List.of("sole", "shared", "possible");

  /** Of all forms in the file. */
  static Named in(JsonNode said) {
    Map<String, String> evidence = new TreeMap<>();
    Map<String, String> scopes = new TreeMap<>();
    for (JsonNode submission : said) {
      for (JsonNode fed : submission.path("feeds")) {
        evidence.merge(
            String.join(
                ",",
                fed.path("indicator_id").asText(),
                fed.path("window_start").asText(),
                fed.path("division_code").asText()),
            fed.path("evidence").asText(),
            BinaryOperator.minBy(Comparator.comparing(STRENGTH::indexOf)));
      }
      for (JsonNode one : submission.path("may_count")) {
        scopes.put(one.path("indicator_id").asText(), one.path("scope").asText());
      }
    }
    return new Named(evidence, scopes);
  }

  /** Values that rest on the cell alone. */
  Set<String> sole() {
    return evidence.entrySet().stream()
        .filter(one -> one.getValue().equals("sole"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether it is named, or the cell may come to count there. */
  boolean mayChange(String key) {
    String division = key.substring(key.lastIndexOf(',') + 1);
    String scope = scopes.getOrDefault(key.substring(0, key.indexOf(',')), "");
    return evidence.containsKey(key)
        || scope.equals("anywhere")
        || scope.equals("divisions")
        || (scope.equals("windows")
            && (evidence.isEmpty()
                || evidence.keySet().stream().anyMatch(one -> one.endsWith("," + division))));
  }
}
