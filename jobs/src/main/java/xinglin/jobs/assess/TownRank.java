package xinglin.jobs.assess;

import java.math.BigDecimal;
import java.util.Optional;
import xinglin.warehouse.query.PublishedRow;

/**
 * What was deducted from a town in all, and its rank.
 *
 * @param base points to deduct from; no document prints them, so a score is an assumption
 */
public record TownRank(
    String division,
    String name,
    int rank,
    BigDecimal deduction,
    int decided,
    int open,
    int notApplicable,
    Optional<BigDecimal> base,
    Optional<BigDecimal> score) {

  static TownRank of(PublishedRow row) {
    return new TownRank(
        row.text("division_code"),
        row.text("name"),
        row.count("rank"),
        row.number("deduction").orElse(BigDecimal.ZERO),
        row.count("decided_items"),
        row.count("open_items"),
        row.count("not_applicable_items"),
        row.number("base"),
        row.number("score"));
  }
}
