package xinglin.schemas.example;

import java.util.List;

/**
 * One thing that is read from an example, as its author reviews it.
 *
 * @param cell address with sheet; the sheet alone for what belongs to a whole form
 * @param what measure id with its role where it is no plain figure, {@code table.column} of a
 *     register, {@code reporter}, {@code period}, or {@code finding CODE}
 * @param division of the line where that differs from the reporter
 * @param category practice type
 * @param period of the line where it prints one
 * @param value as understood: {@code 20540}, {@code (blank)}, {@code 1500 (about)}
 */
public record ExpectedLine(
    String cell, String what, String division, String category, String period, String value) {

  static final List<String> HEADER =
      List.of("cell", "what", "division", "category", "period", "value");

  List<String> fields() {
    return List.of(cell, what, division, category, period, value);
  }

  /** Two lines of one place are about the same thing. */
  String place() {
    return cell + " " + what;
  }

  /** The value alone where the other differs in nothing else. */
  String shownBeside(ExpectedLine other) {
    boolean onlyValue = fields().subList(0, 5).equals(other.fields().subList(0, 5));
    return onlyValue ? value : shown();
  }

  /** What is told of it beside its place. */
  String shown() {
    return String.join(
        " ",
        List.of(value, division, category, period).stream().filter(f -> !f.isEmpty()).toList());
  }
}
