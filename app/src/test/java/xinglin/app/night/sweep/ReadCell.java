package xinglin.app.night.sweep;

/**
 * One cell of an example file that was read as data, or one that was not.
 *
 * @param file below the inbox
 * @param form that the file is
 * @param submissionId of the form
 * @param table that it was read into, {@code heading} or {@code unread}
 * @param row key within the submission, for cells of one line
 * @param sheet as the sender sees it
 * @param address A1, or P3 for a paragraph
 * @param columns it was read as, with plus signs between; the measure of a figure
 * @param kind {@code number}, {@code date}, {@code word}, {@code heading}
 * @param text what it holds
 */
record ReadCell(
    String file,
    String form,
    String submissionId,
    String table,
    String row,
    String sheet,
    String address,
    String columns,
    String kind,
    String text) {

  /** As in a list of contents. */
  String place() {
    return sheet + "!" + address;
  }

  /** Cells of one kind: of these some are tried. */
  String stratum() {
    return kind.equals("number") && !table.equals("lead")
        ? String.join("|", file, table)
        : String.join("|", file, table, columns);
  }
}
