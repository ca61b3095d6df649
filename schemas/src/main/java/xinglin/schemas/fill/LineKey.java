package xinglin.schemas.fill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/**
 * What tells a register line from another: the words of its key columns, however they are spelled.
 *
 * @param restricted personal columns of the register
 * @param pseudonym stands for the words where one of the key columns is personal
 */
record LineKey(Set<String> restricted, UnaryOperator<String> pseudonym) {

  String of(List<String> columns, Map<String, Value> values) {
    String words =
        columns.stream()
            .map(column -> values.getOrDefault(column, Value.missing("", State.BLANK)))
            .map(LineKey::words)
            .collect(Collectors.joining("|"));
    return columns.stream().anyMatch(restricted::contains) ? pseudonym.apply(words) : words;
  }

  private static String words(Value value) {
    return value
        .date()
        .map(Object::toString)
        .orElseGet(() -> Labels.normalise(value.text().orElse(value.verbatim())));
  }
}
