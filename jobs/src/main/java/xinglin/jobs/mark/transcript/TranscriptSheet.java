package xinglin.jobs.mark.transcript;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xinglin.jobs.mark.page.TextLines;
import xinglin.jobs.mark.part.XmlText;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/** One sheet of a transcript: written row by row, so that memory does not grow with it. */
final class TranscriptSheet {
  /**
   * Styles: 0 plain, 1 boxed, 2 boxed and centred, 3 boxed text that begins like a formula, 4
   * notes, 5 head of the notes.
   */
  static final String STYLES =
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/><charset val=\"134\"/></font><font><b/><sz val=\"11\"/><name val=\"宋体\"/><charset val=\"134\"/></font></fonts>"
          + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
          + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
          + "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>"
          + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"6\">"
          + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
          + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>"
          + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
          + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" quotePrefix=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>"
          + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>"
          + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>"
          + "</cellXfs></styleSheet>";

  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_380;
  private static final int NARROWEST = 8;
  private static final int WIDEST = 32;
  private static final int NOTES = 60;
  private static final int PARAGRAPH = 90;
  private static final int LONGEST = 32_000;
  private static final int SAMPLE = 2_000;

  private final Writer out;
  private final Map<Integer, String> beside;
  private final String head;
  private final String namespace;

  TranscriptSheet(Writer out, Map<Integer, String> beside, String head, String namespace) {
    this.out = out;
    this.beside = new TreeMap<>(beside);
    this.head = head;
    this.namespace = namespace;
  }

  void write(Grid grid) throws IOException {
    int columns = Math.min(grid.columnCount(), MOST_COLUMNS);
    int[] widths = widths(grid, columns);
    int notes = beside.isEmpty() ? -1 : columns + 1;
    start(widths, notes);
    int last = beside.keySet().stream().mapToInt(row -> row + 1).max().orElse(0);
    StringBuilder merges = new StringBuilder();
    int merged = 0;
    for (int row = 0; row < Math.min(MOST_ROWS, Math.max(grid.rowCount(), last)); row++) {
      String note = beside.getOrDefault(row, "");
      out.write("<row r=\"" + (row + 1) + "\"" + height(grid, row, widths, note) + ">");
      int at = 0;
      for (Cell cell : grid.row(row)) {
        if (cell.right() > columns || cell.bottom() > MOST_ROWS) {
          continue;
        }
        for (; at < cell.column(); at++) {
          blank(grid, row, at);
        }
        text(row, cell.column(), cell.text(), cell.columnSpan() > 1 ? 2 : 1);
        for (at = cell.column() + 1; at < cell.right(); at++) {
          blank(row, at);
        }
        if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
          merged++;
          merges.append(
              "<mergeCell ref=\""
                  + cell.address().a1()
                  + ":"
                  + new CellAddress(cell.bottom() - 1, cell.right() - 1).a1()
                  + "\"/>");
        }
      }
      for (; at < columns; at++) {
        blank(grid, row, at);
      }
      note(row, notes, note);
      out.write("</row>");
    }
    out.write("</sheetData>");
    if (merged > 0) {
      out.write("<mergeCells count=\"" + merged + "\">" + merges + "</mergeCells>");
    }
    end();
  }

  void write(List<Paragraph> paragraphs) throws IOException {
    start(new int[] {PARAGRAPH}, beside.isEmpty() ? -1 : 2);
    boolean headed = false;
    for (Paragraph paragraph : paragraphs) {
      int row = paragraph.number() - 1;
      String note = beside.getOrDefault(row, "");
      if (!headed && row > 0 && !beside.isEmpty()) {
        out.write("<row r=\"1\">");
        note(0, 2, "");
        out.write("</row>");
      }
      headed = true;
      int lines =
          Math.max(
              TextLines.count(paragraph.text(), PARAGRAPH - 4), TextLines.count(note, NOTES - 4));
      out.write(
          "<row r=\""
              + (row + 1)
              + "\" ht=\""
              + Math.min(400, lines * 15 + 4)
              + "\" customHeight=\"1\">");
      text(row, 0, paragraph.text(), 4);
      note(row, beside.isEmpty() ? -1 : 2, note);
      out.write("</row>");
    }
    out.write("</sheetData>");
    end();
  }

  private void start(int[] widths, int notes) throws IOException {
    out.write(
        "<worksheet xmlns=\""
            + namespace
            + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
    for (int i = 0; i < widths.length; i++) {
      column(i, widths[i]);
    }
    if (notes >= 0) {
      column(notes - 1, 2);
      column(notes, NOTES);
    }
    out.write("</cols><sheetData>");
  }

  private void column(int index, int width) throws IOException {
    out.write(
        "<col min=\""
            + (index + 1)
            + "\" max=\""
            + (index + 1)
            + "\" width=\""
            + width
            + "\" customWidth=\"1\"/>");
  }

  private void end() throws IOException {
    out.write(
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
  }

  private void note(int row, int column, String note) throws IOException {
    if (column >= 0 && row == 0) {
      text(row, column, note.isEmpty() ? head : head + "\n" + note, 5);
    } else if (column >= 0 && !note.isEmpty()) {
      text(row, column, note, 4);
    }
  }

  private void text(int row, int column, String text, int style) throws IOException {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    boolean formula = !shown.isEmpty() && "=+-@\t\r".indexOf(shown.charAt(0)) >= 0;
    out.write(
        "<c r=\""
            + new CellAddress(row, column).a1()
            + "\" s=\""
            + (formula ? 3 : style)
            + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
            + XmlText.escaped(shown)
            + "</t></is></c>");
  }

  private void blank(Grid grid, int row, int column) throws IOException {
    // A cell covered from above is blank too, and framed like the rest.
    if (!grid.row(row).isEmpty() || grid.find(row, column).isPresent()) {
      blank(row, column);
    }
  }

  private void blank(int row, int column) throws IOException {
    out.write("<c r=\"" + new CellAddress(row, column).a1() + "\" s=\"1\"/>");
  }

  /** As wide as what stands in a column asks for, within reason. */
  private static int[] widths(Grid grid, int columns) {
    int[] widths = new int[columns];
    java.util.Arrays.fill(widths, NARROWEST);
    for (int row = 0; row < Math.min(grid.rowCount(), SAMPLE); row++) {
      for (Cell cell : grid.row(row)) {
        if (cell.columnSpan() == 1 && cell.column() < columns) {
          int longest =
              cell.text().lines().mapToInt(line -> TextLines.width(line) + 2).max().orElse(0);
          widths[cell.column()] = Math.max(widths[cell.column()], Math.min(WIDEST, longest));
        }
      }
    }
    return widths;
  }

  private static String height(Grid grid, int row, int[] widths, String note) {
    int lines = note.isEmpty() ? 1 : TextLines.count(note, NOTES - 4);
    for (Cell cell : grid.row(row)) {
      if (cell.rowSpan() == 1 && cell.column() < widths.length) {
        int width = 0;
        for (int i = cell.column(); i < Math.min(cell.right(), widths.length); i++) {
          width += widths[i];
        }
        lines = Math.max(lines, TextLines.count(cell.text(), Math.max(2, width - 1)));
      }
    }
    return lines > 1 ? " ht=\"" + Math.min(400, lines * 15 + 3) + "\" customHeight=\"1\"" : "";
  }
}
