package xinglin.app.night.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import xinglin.schemas.sheet.Document;

/** Writes other contents into cells of a file, which otherwise stays as it is. */
final class CellWriter {
  private static final String MARK = "\uFEFF";

  private CellWriter() {}

  /**
   * @param cells contents by sheet and address
   */
  static void write(Path file, Document.Format format, Map<String, String> cells)
      throws IOException {
    switch (format) {
      case XLSX, XLS -> workbook(file, cells);
      case DOCX -> word(file, cells);
      case CSV -> text(file, cells);
      default -> throw new IOException("Cannot write cells of " + format);
    }
  }

  static boolean canWrite(Document.Format format) {
    return List.of(
            Document.Format.XLSX, Document.Format.XLS, Document.Format.DOCX, Document.Format.CSV)
        .contains(format);
  }

  private static String sheet(String place) {
    return place.substring(0, place.lastIndexOf('!'));
  }

  private static CellReference at(String place) {
    return new CellReference(place.substring(place.lastIndexOf('!') + 1));
  }

  private static void workbook(Path file, Map<String, String> cells) throws IOException {
    byte[] made;
    try (InputStream in = Files.newInputStream(file);
        Workbook workbook = WorkbookFactory.create(in);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
      for (Map.Entry<String, String> one : cells.entrySet()) {
        Sheet sheet = workbook.getSheet(sheet(one.getKey()));
        CellReference at = at(one.getKey());
        Row row =
            sheet.getRow(at.getRow()) == null
                ? sheet.createRow(at.getRow())
                : sheet.getRow(at.getRow());
        set(row.getCell(at.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK), one.getValue());
      }
      workbook.write(out);
      made = out.toByteArray();
    }
    Files.write(file, made);
  }

  private static void set(Cell cell, String to) {
    boolean isDate = cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell);
    boolean isText = cell.getCellType() == CellType.STRING;
    cell.setBlank(); // else a text that stands in the cell itself stays
    if (isDate && to.matches("\\d{4}-\\d\\d-\\d\\d")) {
      cell.setCellValue(LocalDate.parse(to));
    } else if (!isText && to.matches("-?[0-9]+(\\.[0-9]+)?")) {
      cell.setCellValue(Double.parseDouble(to));
    } else if (!to.isEmpty()) {
      cell.setCellValue(to);
    }
  }

  private static void word(Path file, Map<String, String> cells) throws IOException {
    byte[] made;
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument word = new XWPFDocument(in);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
      for (Map.Entry<String, String> one : cells.entrySet()) {
        String address = one.getKey().substring(one.getKey().lastIndexOf('!') + 1);
        if (sheet(one.getKey()).equals("正文")) {
          set(word.getParagraphs().get(Integer.parseInt(address.substring(1)) - 1), one.getValue());
        } else {
          XWPFTable table =
              word.getTables().get(Integer.parseInt(sheet(one.getKey()).substring(1)) - 1);
          set(find(table, at(one.getKey())), one.getValue());
        }
      }
      word.write(out);
      made = out.toByteArray();
    }
    Files.write(file, made);
  }

  /** By the column of the laid-out grid. */
  private static XWPFTableCell find(XWPFTable table, CellReference at) throws IOException {
    XWPFTableRow row = table.getRow(at.getRow());
    int column = 0;
    for (XWPFTableCell cell : row.getTableCells()) {
      if (column == at.getCol()) {
        return cell;
      }
      boolean isWide =
          cell.getCTTc().getTcPr() != null && cell.getCTTc().getTcPr().getGridSpan() != null;
      column += isWide ? cell.getCTTc().getTcPr().getGridSpan().getVal().intValue() : 1;
    }
    throw new IOException("Cannot find " + at.formatAsString());
  }

  private static void set(XWPFTableCell cell, String to) {
    while (cell.getParagraphs().size() > 1) {
      cell.removeParagraph(1);
    }
    set(cell.getParagraphs().get(0), to);
  }

  private static void set(XWPFParagraph paragraph, String to) {
    for (int run = paragraph.getRuns().size() - 1; run >= 0; run--) {
      paragraph.removeRun(run);
    }
    paragraph.createRun().setText(to);
  }

  private static void text(Path file, Map<String, String> cells) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Charset charset = charset(bytes);
    String all = new String(bytes, charset);
    String mark = all.startsWith(MARK) ? MARK : "";
    List<int[]> spans = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, String> one : cells.entrySet()) {
      CellReference at = at(one.getKey());
      spans.add(field(all, mark.length(), at.getRow(), at.getCol()));
      texts.add(one.getValue());
    }
    StringBuilder out = new StringBuilder(all);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      order.add(i);
    }
    order.sort((left, right) -> spans.get(right)[0] - spans.get(left)[0]);
    for (int i : order) {
      String to = texts.get(i);
      boolean isQuoted = to.matches("(?s).*[\",\r\n].*");
      out.replace(
          spans.get(i)[0], spans.get(i)[1], isQuoted ? '"' + to.replace("\"", "\"\"") + '"' : to);
    }
    Files.write(file, out.toString().getBytes(charset));
  }

  /** Where a field begins and ends; records may be longer than a line. */
  private static int[] field(String all, int start, int row, int column) throws IOException {
    int atRow = 0;
    int atColumn = 0;
    int from = start;
    boolean quoted = false;
    for (int i = start; i <= all.length(); i++) {
      char c = i < all.length() ? all.charAt(i) : '\n';
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
        if (atRow == row && atColumn == column) {
          return new int[] {from, i};
        }
        boolean isPair = c == '\r' && i + 1 < all.length() && all.charAt(i + 1) == '\n';
        if (isPair) {
          i++;
        }
        atColumn = c == ',' ? atColumn + 1 : 0;
        atRow = c == ',' ? atRow : atRow + 1;
        from = i + 1;
      }
    }
    throw new IOException("Cannot find row " + row + ", column " + column);
  }

  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return Charset.forName("GB18030");
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      Files.copy(from, out);
    }
  }
}
