package xinglin.jobs.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import xinglin.warehouse.query.PublishedRow;

/**
 * One item of the assessment of one town.
 *
 * @param state decided, open, not_applicable
 * @param note what has to be looked at, if it is open
 */
record AssessedItem(
    String division,
    String item,
    String section,
    String title,
    String number,
    String text,
    Optional<BigDecimal> deduction,
    String state,
    String note,
    LocalDate from,
    LocalDate to) {

  static AssessedItem of(PublishedRow row) {
    return new AssessedItem(
        row.text("division_code"),
        row.text("item_id"),
        row.text("section"),
        row.text("title"),
        row.text("number"),
        row.text("text"),
        row.number("deduction"),
        row.text("state"),
        row.text("note"),
        row.date("period_start").orElseThrow(),
        row.date("period_end").orElseThrow());
  }

  boolean isOpen() {
    return state.equals("open");
  }
}
