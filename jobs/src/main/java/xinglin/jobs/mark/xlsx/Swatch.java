package xinglin.jobs.mark.xlsx;

/**
 * How a cell looked before it was marked: a blank cell of our first sheet wears that style, so that
 * it travels with the file through every program and can be given back.
 *
 * @param sheet index among the sender's sheets
 */
record Swatch(int sheet, int row, int column, int style) {}
