package xinglin.warehouse.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One SQL file: one statement that makes one object of the same name.
 *
 * @param path as its author knows it, for example {@code core/submission_slot.sql}
 * @param text the statement, with its header comment
 */
public record SqlModel(Layer layer, String name, String path, String text) {

  /** How other models refer to it. */
  public String qualifiedName() {
    return layer.qualified(name);
  }

  /**
   * Parameters of a macro, from its header line {@code -- parameters: a, b}; an indicator always
   * has the first and last day of its window, what assessments ask always campaign, form, measure
   * and days.
   */
  public List<String> parameters() {
    if (layer == Layer.INDICATORS) {
      return List.of("window_start", "window_end");
    }
    if (layer == Layer.ASSESSMENTS) {
      return List.of("asked_campaign", "asked_form", "asked_measure", "asked_from", "asked_to");
    }
    return header("parameters").stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Whether it is a macro that gives one value and not a table ({@code -- returns: value}). */
  public boolean isScalar() {
    return header("returns").equals(Optional.of("value"));
  }

  /** What it is in Chinese, for those who find it in the published file: {@code -- zh: …}. */
  public Optional<String> zh() {
    return header("zh");
  }

  /** Statement without a semicolon at its end; begins on the file's first line. */
  public String body() {
    return text.stripTrailing().replaceFirst(";$", "");
  }

  private Optional<String> header(String key) {
    String start = "-- " + key + ":";
    return text.lines()
        .takeWhile(line -> line.startsWith("--"))
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
