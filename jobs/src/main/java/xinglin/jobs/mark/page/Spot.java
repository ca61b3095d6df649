package xinglin.jobs.mark.page;

import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Paragraph;

/**
 * A cell, or a paragraph of a Word file.
 *
 * @param sheet worksheet, table or {@link Paragraph#SHEET}
 * @param row zero-based; of a paragraph, its number less one
 * @param column zero-based; 0 for a paragraph
 * @param rows covered, at least 1
 * @param columns covered, at least 1
 */
public record Spot(String sheet, int row, int column, int rows, int columns) {
  public CellAddress address() {
    return new CellAddress(row, column);
  }
}
