package xinglin.jobs.assess;

import xinglin.warehouse.query.PublishedRow;

/**
 * One thing that is known of an item of a town.
 *
 * @param role deducts, clears, not_applicable, silent
 * @param origin submission, or key of the row
 */
record Evidence(
    String division,
    String item,
    String role,
    String table,
    String origin,
    String place,
    String note) {

  static Evidence of(PublishedRow row) {
    String cell = row.text("cell");
    String sheet = row.text("sheet");
    return new Evidence(
        row.text("division_code"),
        row.text("item_id"),
        row.text("role"),
        row.text("table_name"),
        row.text("origin"),
        cell.isEmpty() ? "" : sheet.isEmpty() ? cell : sheet + "!" + cell,
        row.text("note"));
  }
}
