package xinglin.jobs.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.jobs.open.Samples;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Period;

/** What a clerk finds in the answer, and what must not have changed. */
class MarkedCopyTest {
  @TempDir Path folder;

  @Test
  void faultyCellIsColouredExplainedAndLinked() throws IOException {
    Path marked =
        mark("forms/d-quanshan-total-mismatch.xlsx", List.of(totalMismatch("Sheet1"), late()));
    try (Workbook workbook = WorkbookFactory.create(marked.toFile(), null, true)) {
      Cell faulty = workbook.getSheet("Sheet1").getRow(10).getCell(6);
      assertEquals(109.9, faulty.getNumericCellValue());
      assertEquals(FillPatternType.SOLID_FOREGROUND, faulty.getCellStyle().getFillPattern());
      assertEquals(IndexedColors.CORAL.getIndex(), faulty.getCellStyle().getFillForegroundColor());
      assertEquals(
          "【错误·必须改正】罚款金额：合计填的是 109.9，各行相加应为 107.9。请核对。（TOTAL_MISMATCH）",
          faulty.getCellComment().getString().getString());

      Sheet first = workbook.getSheetAt(0);
      assertEquals("审核结果", first.getSheetName());
      assertEquals(0, workbook.getActiveSheetIndex());
      assertEquals("审核结果：退回，请改正后重新报送", first.getRow(0).getCell(0).getStringCellValue());
      assertEquals(
          "有必须改正的错误，这份文件中的数据没有采用。共有错误 1 处，提醒 1 处。",
          first.getRow(1).getCell(0).getStringCellValue());
      assertEquals(
          "请改正下面标为“错误”的各处，再把整份文件按原来的方式重新报送，最迟 2024年8月9日。",
          first.getRow(2).getCell(2).getStringCellValue());
      assertEquals("2024年4月1日至2024年7月31日", first.getRow(6).getCell(2).getStringCellValue());
      Cell place = first.getRow(11).getCell(2);
      assertEquals("G11（Sheet1）", place.getStringCellValue());
      assertEquals("'Sheet1'!G11", place.getHyperlink().getAddress());
      assertEquals("整个文件", first.getRow(12).getCell(2).getStringCellValue());
    }
  }

  @ParameterizedTest
  @CsvSource({"forms/d-quanshan-total-mismatch.xlsx", "forms/b-yunlong-clean.xls"})
  void everythingElseStays(String sample) throws IOException {
    Path marked = mark(sample, List.of(totalMismatch(sheetOf(sample))));
    assertEquals(
        MarkedCopy.extension(Samples.open(Samples.file(sample)).format()), extension(marked));
    List<Grid> before = Samples.open(Samples.file(sample)).grids();
    List<Grid> after = Samples.open(marked).grids();
    assertEquals(before.size() + 1, after.size());
    for (int i = 0; i < before.size(); i++) {
      Grid old = before.get(i);
      Grid now = after.get(i + 1);
      assertEquals(old.sheet(), now.sheet());
      for (int row = 0; row < old.rowCount(); row++) {
        assertEquals(old.row(row), now.row(row));
      }
    }
    try (Workbook original = WorkbookFactory.create(Samples.file(sample).toFile(), null, true);
        Workbook copy = WorkbookFactory.create(marked.toFile(), null, true)) {
      for (int i = 0; i < original.getNumberOfSheets(); i++) {
        assertEquals(original.getPrintArea(i), copy.getPrintArea(i + 1));
        for (int column = 0; column < 12; column++) {
          assertEquals(
              original.getSheetAt(i).getColumnWidth(column),
              copy.getSheetAt(i + 1).getColumnWidth(column));
        }
      }
    }
  }

  @Test
  void aCorrectedCopyIsMarkedAfresh() throws IOException {
    Path once = mark("forms/d-quanshan-total-mismatch.xlsx", List.of(totalMismatch("Sheet1")));
    Path twice = folder.resolve("twice.xlsx");
    MarkedCopy.write(once, Samples.open(once), summary(Verdict.ACCEPTED), List.of(), twice);
    try (Workbook workbook = WorkbookFactory.create(twice.toFile(), null, true)) {
      assertEquals(2, workbook.getNumberOfSheets());
      assertEquals("审核结果：通过", workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue());
      Cell corrected = workbook.getSheet("Sheet1").getRow(10).getCell(6);
      assertEquals(FillPatternType.NO_FILL, corrected.getCellStyle().getFillPattern());
      assertEquals(null, corrected.getCellComment());
    }
  }

  @Test
  void textOfSendersNeverBecomesAFormula() throws IOException {
    Finding finding =
        new Finding(
            "FORMULA_LIKE_TEXT",
            Severity.WARNING,
            "",
            "F2",
            "",
            "=1+1",
            "",
            "=cmd|' /C calc'!A0",
            "@SUM(1)",
            Map.of());
    Path marked = mark("bad/formula-injection.csv", List.of(finding));
    try (Workbook workbook = WorkbookFactory.create(marked.toFile(), null, true)) {
      for (Sheet sheet : workbook) {
        sheet.forEach(
            row ->
                row.forEach(
                    cell -> assertTrue(cell.getCellType() != CellType.FORMULA, cell.toString())));
      }
      Cell dangerous = workbook.getSheet("报送内容").getRow(1).getCell(5);
      assertEquals("=cmd|' /C calc'!A0", dangerous.getStringCellValue());
      assertTrue(dangerous.getCellStyle().getQuotePrefixed());
      assertEquals(
          "'报送内容'!F2", workbook.getSheetAt(0).getRow(11).getCell(2).getHyperlink().getAddress());
    }
  }

  @Test
  void wordFilesAreAnsweredWithWhatWasRead() throws IOException {
    Finding cell =
        new Finding("UNREADABLE", Severity.ERROR, "表1", "B4", "", "无法读取", "", "2", "", Map.of());
    Finding paragraph =
        new Finding(
            "REPORTER_UNKNOWN", Severity.ERROR, "正文", "P3", "", "不认识", "", "", "", Map.of());
    Path marked = mark("forms/t2-zhongning.docx", List.of(cell, paragraph));
    try (Workbook workbook = WorkbookFactory.create(marked.toFile(), null, true)) {
      assertEquals("中宁县 县（区）", workbook.getSheet("正文").getRow(2).getCell(0).getStringCellValue());
      assertEquals("2", workbook.getSheet("表1").getRow(3).getCell(1).getStringCellValue());
      assertEquals(15, workbook.getSheet("表1").getNumMergedRegions());
    }
  }

  @Test
  void macrosAreLeftOut() throws IOException {
    Path marked = mark("bad/macro.xlsm", List.of(late()));
    Document document = Samples.open(marked);
    assertTrue(document.traits().isEmpty());
    assertEquals(".xlsx", extension(marked));
  }

  private Path mark(String sample, List<Finding> findings) throws IOException {
    Document document = Samples.open(Samples.file(sample));
    Path target = folder.resolve("marked" + MarkedCopy.extension(document.format()));
    byte[] before = Files.readAllBytes(Samples.file(sample));
    MarkedCopy.write(Samples.file(sample), document, summary(Verdict.REJECTED), findings, target);
    assertEquals(before.length, Files.size(Samples.file(sample)));
    return target;
  }

  private static String sheetOf(String sample) throws IOException {
    return Samples.open(Samples.file(sample)).grids().get(0).sheet();
  }

  private static String extension(Path file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('.'));
  }

  private static Summary summary(Verdict verdict) {
    return new Summary(
        "表.xlsx",
        verdict,
        "打击无证行医及非法医疗美容专项行动情况汇总表",
        "泉山区",
        Optional.of(new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 7, 31))),
        Optional.of(LocalDate.of(2024, 8, 9)),
        LocalDate.of(2024, 8, 6));
  }

  private static Finding totalMismatch(String sheet) {
    return new Finding(
        "TOTAL_MISMATCH",
        Severity.ERROR,
        sheet,
        "G11",
        "fine_amount",
        "罚款金额：合计填的是 109.9，各行相加应为 107.9。请核对。",
        "",
        "109.9",
        "107.9",
        Map.of());
  }

  private static Finding late() {
    return new Finding("LATE", Severity.WARNING, "", "", "", "逾期 3 天。", "", "", "", Map.of());
  }
}
