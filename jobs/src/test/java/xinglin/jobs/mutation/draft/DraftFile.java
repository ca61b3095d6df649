package xinglin.jobs.mutation.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a draft as the file that a clerk would save. */
public final class DraftFile {
  private static final String WORD_TYPES =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
          + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
          + "</Types>";
  private static final String WORD_RELATIONS =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
          + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
          + "</Relationships>";

  private DraftFile() {}

  public static byte[] bytes(Draft draft) throws IOException {
    return switch (draft.format()) {
      case XLSX -> workbook(draft, new XSSFWorkbook());
      case XLS -> workbook(draft, new HSSFWorkbook());
      case DOCX -> word(draft);
      case CSV -> csv(draft);
      default -> throw new IllegalArgumentException("Cannot write " + draft.format());
    };
  }

  public static String extension(Draft draft) {
    return draft.format().name().toLowerCase(Locale.ROOT);
  }

  private static byte[] workbook(Draft draft, Workbook empty) throws IOException {
    try (Workbook workbook = empty;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      for (Sheet sheet : draft.sheets()) {
        write(sheet, workbook.createSheet(sheet.name()), date);
      }
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static void write(Sheet sheet, org.apache.poi.ss.usermodel.Sheet target, CellStyle date) {
    for (Box box : sheet.boxes()) {
      boolean merged = box.rowSpan() > 1 || box.columnSpan() > 1;
      if (merged) {
        target.addMergedRegionUnsafe(
            new CellRangeAddress(box.row(), box.bottom() - 1, box.column(), box.right() - 1));
      }
      if (box.isBlank()) {
        continue;
      }
      Row row = target.getRow(box.row());
      if (row == null) {
        row = target.createRow(box.row());
      }
      if (box.hidden()) {
        row.setZeroHeight(true);
      }
      Cell cell = row.createCell(box.column());
      switch (box.kind()) {
        case TEXT -> cell.setCellValue(box.text());
        case NUMBER -> cell.setCellValue(Double.parseDouble(box.text()));
        case FORMULA -> cell.setCellFormula(box.text());
        case DATE -> {
          cell.setCellValue(LocalDate.parse(box.text()));
          cell.setCellStyle(date);
        }
      }
    }
  }

  private static byte[] csv(Draft draft) {
    Map<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
    for (Box box : draft.sheets().get(0).boxes()) {
      rows.computeIfAbsent(box.row(), key -> new TreeMap<>()).put(box.column(), box.text());
    }
    int height = draft.sheets().get(0).rows();
    int width = draft.sheets().get(0).columns();
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < height; row++) {
      TreeMap<Integer, String> cells = rows.getOrDefault(row, new TreeMap<>());
      text.append(
              java.util.stream.IntStream.range(0, width)
                  .mapToObj(column -> quoted(cells.getOrDefault(column, "")))
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return text.toString().getBytes(Charset.forName("GB18030"));
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[,\"\n\r;\t].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  private static byte[] word(Draft draft) throws IOException {
    StringBuilder body = new StringBuilder();
    for (Part part : draft.parts()) {
      if (part instanceof Line line) {
        body.append(paragraph(line.text()));
      } else if (part instanceof Sheet sheet) {
        table(sheet, body);
      }
    }
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + body
            + "</w:body></w:document>";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, "[Content_Types].xml", WORD_TYPES);
      entry(zip, "_rels/.rels", WORD_RELATIONS);
      entry(zip, "word/document.xml", document);
    }
    return out.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    write(zip, text);
    zip.closeEntry();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Cells of a row in their places: gridSpan across, vMerge down, a blank cell elsewhere. */
  private static void table(Sheet sheet, StringBuilder body) {
    int width = sheet.columns();
    body.append("<w:tbl><w:tblGrid>").append("<w:gridCol/>".repeat(width)).append("</w:tblGrid>");
    Box[][] places = new Box[sheet.rows()][width];
    for (Box box : sheet.boxes()) {
      for (int row = box.row(); row < box.bottom(); row++) {
        for (int column = box.column(); column < box.right(); column++) {
          places[row][column] = box;
        }
      }
    }
    for (int row = 0; row < places.length; row++) {
      body.append("<w:tr>");
      int column = 0;
      while (column < width) {
        Box box = places[row][column] == null ? Box.of(row, column, "") : places[row][column];
        String merge =
            box.rowSpan() == 1
                ? ""
                : box.row() == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
        body.append("<w:tc><w:tcPr><w:gridSpan w:val=\"")
            .append(box.columnSpan())
            .append("\"/>")
            .append(merge)
            .append("</w:tcPr>")
            .append(paragraph(box.row() == row ? box.text() : ""))
            .append("</w:tc>");
        column += box.columnSpan();
      }
      body.append("</w:tr>");
    }
    body.append("</w:tbl>");
  }

  private static String paragraph(String text) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<w:p><w:r><w:t xml:space=\"preserve\">"
        + safe.replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">")
        + "</w:t></w:r></w:p>";
  }
}
