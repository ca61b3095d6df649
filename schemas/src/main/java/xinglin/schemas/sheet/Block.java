package xinglin.schemas.sheet;

/**
 * A piece of an opened file, in reading order: a grid of cells (a worksheet, a Word table, a CSV)
 * or a paragraph of a Word file.
 */
public sealed interface Block permits Grid, Paragraph {

  /**
   * Sheet part of an address: worksheet name, {@code 表1} for Word tables ({@code 表1.1} for one
   * inside a cell of it), {@code 正文} for paragraphs, {@code 页眉} and {@code 页脚} for those above and
   * below each page, empty for CSV.
   */
  String sheet();
}
