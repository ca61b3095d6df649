package xinglin.jobs.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import xinglin.warehouse.query.PublishedRow;

/**
 * One figure of the form, added up over the reports that count.
 *
 * @param value in the stored unit; empty if nobody knows it
 * @param bound what is known of an approximate sum: lower, upper, about; empty if it is exact
 * @param text of a text measure
 * @param texts how many different texts there are
 * @param figures how many reports have it
 * @param known of these, known exactly or approximately
 * @param notApplicable of these, said not to apply
 * @param unknown of these, blank or unreadable
 * @param own what the division itself reports
 */
record Sum(
    Key key,
    Optional<BigDecimal> value,
    String bound,
    String text,
    int texts,
    int figures,
    int known,
    int notApplicable,
    int unknown,
    Optional<BigDecimal> own,
    boolean hasOwn) {

  /**
   * Where a figure belongs.
   *
   * @param spanStart first day, where it is of a part of its report's period
   */
  record Key(
      String role,
      String measure,
      String category,
      String division,
      Optional<LocalDate> spanStart) {}

  static Sum of(PublishedRow row) {
    return new Sum(
        new Key(
            row.text("role"),
            row.text("measure_id"),
            row.text("category"),
            row.text("division_code"),
            row.date("span_start")),
        row.number("value"),
        row.text("bound"),
        row.text("value_text"),
        row.count("texts"),
        row.count("figures"),
        row.count("known"),
        row.count("not_applicable"),
        row.count("unknown"),
        row.number("own_value"),
        row.count("own_figures") > 0);
  }

  /** Whether it is not known for certain. */
  boolean isDoubtful() {
    return unknown > 0 || !bound.isEmpty();
  }

  /** Whether every report says that it does not apply. */
  boolean isNotApplicable() {
    return figures > 0 && notApplicable == figures;
  }
}
