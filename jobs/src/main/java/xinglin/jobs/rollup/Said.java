package xinglin.jobs.rollup;

import xinglin.warehouse.query.PublishedRow;

/**
 * What one report says in one cell, where that cannot be added up as it is.
 *
 * @param state approximate, blank or unreadable; text for words
 * @param sent as it stands there
 * @param place sheet and cell
 */
record Said(
    String reporter, String label, String category, String state, String sent, String place) {

  static Said doubt(PublishedRow row) {
    return new Said(
        row.text("reporter_name"),
        row.text("label"),
        row.text("category"),
        row.text("state"),
        row.text("verbatim"),
        row.text("sheet") + "!" + row.text("cell"));
  }

  static Said text(PublishedRow row) {
    return new Said(
        row.text("reporter_name"),
        row.text("label"),
        row.text("category"),
        "text",
        row.text("value_text"),
        "");
  }
}
