package xinglin.schemas.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A problem as the engine notices it: code, place and values. The catalogue of checks ({@code
 * xinglin.schemas.check}) turns it into a {@link Finding} with severity and texts, so that no text
 * stands in the engine.
 */
public record Issue(
    String code,
    String sheet,
    String cell,
    String measureId,
    String verbatim,
    String expected,
    Map<String, String> arguments) {

  public Issue {
    Objects.requireNonNull(code);
    arguments = Map.copyOf(arguments);
  }

  public static Issue of(String code) {
    return new Issue(code, "", "", "", "", "", Map.of());
  }

  /** The same under another code. */
  public Issue coded(String newCode) {
    return new Issue(newCode, sheet, cell, measureId, verbatim, expected, arguments);
  }

  public Issue at(String newSheet, String newCell) {
    return new Issue(code, newSheet, newCell, measureId, verbatim, expected, arguments);
  }

  /** Measure or register column. */
  public Issue about(String newMeasureId) {
    return new Issue(code, sheet, cell, newMeasureId, verbatim, expected, arguments);
  }

  public Issue sent(String newVerbatim) {
    return new Issue(code, sheet, cell, measureId, newVerbatim, expected, arguments);
  }

  public Issue expecting(String newExpected) {
    return new Issue(code, sheet, cell, measureId, verbatim, newExpected, arguments);
  }

  /** A value that the text of the check names as {@code {name}}. */
  public Issue with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(arguments);
    more.put(name, value);
    return new Issue(code, sheet, cell, measureId, verbatim, expected, more);
  }
}
