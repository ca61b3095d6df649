package xinglin.schemas.sheet;

/**
 * A piece of an opened file, in reading order: a grid of cells (a worksheet, a Word table, a CSV)
 * or a paragraph of a Word file.
 */
public sealed interface Block permits Grid, Paragraph {

  /**
   * Sheet part of an address: worksheet name, {@code 表1} for Word tables, {@code 正文} for
   * paragraphs, empty for CSV.
   */
  String sheet();
}
