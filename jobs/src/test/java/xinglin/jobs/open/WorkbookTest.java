package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** Worksheets cell by cell; expected values were read from the samples with openpyxl and xlrd. */
class WorkbookTest {
  @TempDir Path folder;

  @Test
  void formInXlsx() throws IOException {
    Grid grid = Samples.open(Samples.file("forms/d-quanshan-total-mismatch.xlsx")).grids().get(0);
    assertEquals("Sheet1", grid.sheet());
    assertEquals(
        """
        A4[2x1]=机构类型 | B4[2x1]=监督⏎户次数 | C4[2x1]=行政⏎处罚⏎单位数 | D4[1x5]=行政处罚情况 | I4[1x4]=其他情况
        D5=没收⏎违法⏎所得⏎户次 | E5=没收违法所得金额⏎（万元） | F5=罚款⏎户次 | G5=罚款金额⏎（万元） | H5=取缔户次 | I5=移送⏎案件数 | J5=法院⏎判决⏎案件数 | K5=因无证行医追责人数 | L5=信息系统录入情况
        A6=西医 | B6=50 | C6=0 | D6=0 | E6=0 | F6=0 | G6=0 | H6=2 | I6=0 | J6=0 | K6=0 | L6=无
        A7=中医 | B7=68 | C7=5 | D7=3 | E7=0.66005 | F7=5 | G7=31.6 | H7=6 | I7=1 | J7=0 | K7=1 | L7=已录入5件
        """,
        Samples.lines(grid, 3, 7));
    assertEquals(
        new Cell.Number(new BigDecimal("109.9")), grid.find(10, 6).orElseThrow().content());
  }

  @Test
  void formulasOfXlsWithCachedAndRecomputedResults() throws IOException {
    Document document = Samples.open(Samples.file("forms/b-yunlong-clean.xls"));
    assertEquals(Document.Format.XLS, document.format());
    Cell total = document.grids().get(0).find(10, 6).orElseThrow();
    assertEquals("65.3", total.text());
    assertEquals(new Cell.Number(new BigDecimal("65.3")), total.content());
    assertEquals(
        Optional.of(new Cell.Formula("SUM(G6:G10)", Optional.of(new BigDecimal("65.3")))),
        total.formula());
  }

  @Test
  void datesByTheirFormat() throws IOException {
    Grid xlsx = Samples.open(Samples.file("forms/patrol-fuying.xlsx")).grids().get(0);
    Grid xls = Samples.open(Samples.file("forms/patrol-hengxi.xls")).grids().get(0);
    assertTrue(xlsx.find(6, 11).isPresent() && xls.find(6, 11).isPresent());
    Path file = folder.resolve("dates.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      Sheet sheet = workbook.createSheet("日期");
      String[] formats = {
        "yyyy\"年\"m\"月\"d\"日\"",
        "General",
        "0.00",
        "h:mm",
        "[$-804]yyyy/m/d;@",
        "[Red]0",
        "m\"月\"d\"日\""
      };
      for (int i = 0; i < formats.length; i++) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(formats[i]));
        sheet.createRow(i).createCell(0).setCellValue(42_000);
        sheet.getRow(i).getCell(0).setCellStyle(style);
      }
      save(workbook, file);
    }
    Grid grid = Samples.open(file).grids().get(0);
    assertEquals(
        new Cell.Date(LocalDate.of(2018, 12, 28)), grid.find(0, 0).orElseThrow().content());
    assertEquals(
        "A1=2018-12-28\nA2=42000\nA3=42000\nA4=42000\nA5=2018-12-28\nA6=42000\nA7=2018-12-28\n",
        Samples.lines(grid, 0, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void everyKindOfCell(String extension) throws IOException {
    Path file = folder.resolve("kinds" + extension);
    try (Workbook workbook = extension.equals(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("一");
      workbook.createSheet("二").createRow(0).createCell(0).setCellValue(41);
      sheet.createRow(0).createCell(0).setCellValue(0.08599999999999999);
      sheet.getRow(0).createCell(1).setCellValue(true);
      sheet
          .getRow(0)
          .createCell(2)
          .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
      sheet.getRow(0).createCell(3).setCellValue(" 007 ");
      sheet.getRow(0).createCell(4).setCellValue(3.0);
      sheet.getRow(0).createCell(5).setCellValue(123456789012345678.0);
      sheet.createRow(1).createCell(0).setCellFormula("SUM(A1,E1)*2");
      sheet.getRow(1).createCell(1).setCellFormula("二!A1+1");
      sheet.getRow(1).createCell(2).setCellFormula("1/0");
      sheet.getRow(1).createCell(3).setCellFormula("TODAY()");
      sheet.createRow(2).setZeroHeight(true);
      sheet.getRow(2).createCell(0).setCellValue("藏行");
      sheet.createRow(3).createCell(6).setCellValue("藏列");
      sheet.setColumnHidden(6, true);
      sheet.createRow(4).createCell(0).setCellValue("并");
      sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 2));
      workbook.setSheetHidden(1, true);
      save(workbook, file);
    }
    Document document = Samples.open(file);
    Grid grid = document.grids().get(0);
    assertEquals(
        "A1=0.086 | B1=TRUE | C1=#REF! | D1= 007  | E1=3 | F1=123456789012346000\n",
        Samples.lines(grid, 0, 1));
    assertEquals(new Cell.Fault("#REF!"), grid.find(0, 2).orElseThrow().content());
    assertEquals(new Cell.Bool(true), grid.find(0, 1).orElseThrow().content());
    assertEquals(
        Optional.of(new BigDecimal("6.172")),
        grid.find(1, 0).orElseThrow().formula().orElseThrow().recomputed());
    assertEquals(
        Optional.of(new BigDecimal("42")),
        grid.find(1, 1).orElseThrow().formula().orElseThrow().recomputed());
    assertEquals(
        Optional.empty(), grid.find(1, 2).orElseThrow().formula().orElseThrow().recomputed());
    assertEquals(
        Optional.empty(), grid.find(1, 3).orElseThrow().formula().orElseThrow().recomputed());
    assertTrue(grid.find(2, 0).orElseThrow().hidden());
    assertTrue(grid.find(3, 6).orElseThrow().hidden());
    assertFalse(grid.find(4, 0).orElseThrow().hidden());
    assertEquals("并", grid.text(5, 2));
    assertTrue(document.grids().get(1).hidden());
    assertTrue(document.grids().get(1).find(0, 0).orElseThrow().hidden());
  }

  @Test
  void staleTotalsShowBothResults() throws IOException {
    Path file =
        sheet(
            "<row r='1'><c r='A1'><v>2</v></c><c r='B1'><v>3</v></c></row>"
                + "<row r='2'><c r='A2'><f t='shared' ref='A2:B2' si='0'>SUM(A$1:A1)</f><v>9</v></c>"
                + "<c r='B2'><f t='shared' si='0'/><v>3</v></c><c r='C2'><f>A1+B1</f></c></row>");
    Grid grid = Samples.open(file).grids().get(0);
    Cell stale = grid.find(1, 0).orElseThrow();
    assertEquals("9", stale.text());
    assertEquals(Optional.of(new BigDecimal("2")), stale.formula().orElseThrow().recomputed());
    assertEquals("SUM(B$1:B1)", grid.find(1, 1).orElseThrow().formula().orElseThrow().expression());
    assertEquals("5", grid.text(1, 2), "no cached result: what Excel would show");
  }

  @Test
  void aMillionFormattedBlankRowsCostNothing() throws IOException {
    StringBuilder rows =
        new StringBuilder("<cols><col min='1' max='16384' style='1'/></cols><sheetData>");
    rows.append("<row r='1'><c r='A1'><v>1</v></c><c r='XFD1' s='0'/></row>");
    for (int row = 2; row <= 1_048_576; row++) {
      rows.append("<row r='")
          .append(row)
          .append("' s='1' customFormat='1'><c r='A")
          .append(row)
          .append("' s='0'/></row>");
    }
    Path file =
        part(
            rows.append(
                    "</sheetData><mergeCells count='1'><mergeCell ref='A1:XFD1048576'/></mergeCells>")
                .toString());
    Grid grid = assertTimeout(Duration.ofSeconds(20), () -> Samples.open(file)).grids().get(0);
    assertEquals(1, grid.rowCount());
    assertEquals(1, grid.columnCount());
    assertEquals("1", grid.text(0, 0));
  }

  @Test
  void formulasOverTheWholeSheetAreLeftAlone() throws IOException {
    Path file =
        sheet(
            "<row r='1'><c r='A1'><f>SUMPRODUCT(B1:XFD1048576*B1:XFD1048576)</f><v>7</v></c></row>");
    Grid grid = assertTimeout(Duration.ofSeconds(5), () -> Samples.open(file)).grids().get(0);
    assertEquals("7", grid.text(0, 0));
    assertEquals(
        Optional.empty(), grid.find(0, 0).orElseThrow().formula().orElseThrow().recomputed());
  }

  private Path sheet(String rows) throws IOException {
    return part("<sheetData>" + rows + "</sheetData>");
  }

  /** The smallest workbook around the body of one sheet. */
  private Path part(String body) throws IOException {
    Path file = folder.resolve("part.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/xl/workbook.xml' "
              + "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
              + "<sheet name='Sheet1' sheetId='1' r:id='rId1'/></sheets></workbook>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
              + "Target='worksheets/sheet1.xml'/></Relationships>");
      entry(zip, "xl/worksheets/sheet1.xml", "<worksheet>" + body + "</worksheet>");
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void save(Workbook workbook, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
  }
}
