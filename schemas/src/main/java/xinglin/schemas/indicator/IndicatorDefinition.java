package xinglin.schemas.indicator;

import java.util.List;

/**
 * An indicator as its readers understand it. {@code sql/indicators/<id>.sql} computes it.
 *
 * @param numerator in words; for a sum what is added up
 * @param denominator in words, empty for sums and counts
 * @param unit counting unit of the value, or {@code %}
 * @param countingRule what counts and when, in words
 * @param forms forms it takes figures from; empty if no form asks for it and only printed values
 *     exist
 * @param reporterLevel level whose reports are taken, so that a town and its county do not count
 *     twice
 * @param looksAt columns, as {@code penalty.id_number}, by which a row that counts nothing yet may
 *     come to count
 * @param measure measure that is added up, empty if none
 * @param printedMeasure measure under which documents print its value
 * @param note said beside each value, {@code {numerator}}, {@code {denominator}} and {@code
 *     {remaining}} (what the numerator leaves of the denominator) filled in; empty if nothing
 */
public record IndicatorDefinition(
    String id,
    String zh,
    String en,
    String meaning,
    String meaningEn,
    String numerator,
    String denominator,
    String unit,
    Direction direction,
    Rounding rounding,
    String countingRule,
    List<String> forms,
    String reporterLevel,
    List<String> looksAt,
    String measure,
    String printedMeasure,
    String note,
    String source,
    List<IndicatorTarget> targets) {

  public IndicatorDefinition {
    forms = List.copyOf(forms);
    looksAt = List.copyOf(looksAt);
    targets = List.copyOf(targets);
  }

  /** Which way is better. */
  public enum Direction {
    UP,
    DOWN,
    /** More is neither better nor worse. */
    NONE
  }
}
