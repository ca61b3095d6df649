package xinglin.jobs.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xinglin.jobs.open.Samples;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** What a clerk finds in the answer, whatever the file, and that it can be sent back. */
class MarkedCopyTest {
  private static final String D = "forms/d-quanshan-total-mismatch.xlsx";
  private static final String SHEET = "汇总'表“一”";
  private static final Finding TOTAL =
      Answered.error("Sheet1", "G11", "Sheet1!G11 罚款金额：合计填的是 109.9，各行相加应为 107.9。请核对。");
  private static final Finding LATE = Answered.finding("LATE", Severity.WARNING, "", "", "逾期 3 天。");

  @TempDir Path folder;

  @Test
  void faultyCellIsColouredExplainedAndLinked() throws IOException {
    try (Workbook workbook = open(Answered.mark(folder, D, TOTAL, LATE))) {
      Cell faulty = workbook.getSheet("Sheet1").getRow(10).getCell(6);
      assertEquals(109.9, faulty.getNumericCellValue());
      assertEquals("FFFF9C8F", colour(faulty));
      assertEquals(BorderStyle.THICK, faulty.getCellStyle().getBorderTop());
      assertEquals(
          "【审核·错误】必须改正\n罚款金额：合计填的是 109.9，各行相加应为 107.9。请核对。",
          faulty.getCellComment().getString().getString());

      Sheet first = workbook.getSheetAt(0);
      assertEquals("审核结果", first.getSheetName());
      assertEquals(0, workbook.getActiveSheetIndex());
      assertFalse(workbook.getSheetAt(1).isSelected());
      assertEquals(
          List.of(
              "审核结果：退回，请改正后重新报送",
              "有必须改正的错误，这份文件中的数据没有采用。共有错误 1 处，提醒 1 处。",
              "现在怎么办 | ① 改正下面标“错误”的每一处；② 顺便核对标“提醒”的地方；③ 按原来的报送方式重新报送整份文件，最迟 2024年8月9日。",
              "文件 | 表.xlsx",
              "表格 | 打击无证行医及非法医疗美容专项行动情况汇总表",
              "填报单位 | 泉山区",
              "统计期间 | 2024年4月1日至2024年7月31日",
              "报送期限 | 2024年8月9日",
              "审核日期 | 2024年8月6日",
              "",
              "序号 | 程度 | 位置（点击跳转） | 问题和改法 | 您填的 | 应为或读作 | 代码",
              "1.0 | 错误⏎必须改正 | G11（Sheet1） | 罚款金额：合计填的是 109.9，各行相加应为 107.9。请核对。 | 20余 | 20 | TOTAL_MISMATCH",
              "2.0 | 提醒⏎请核对 | 整个文件 | 逾期 3 天。 | 20余 | 20 | LATE",
              "",
              "红底粗框是错误，必须改正；黄底虚线框是提醒，请核对。点“位置”跳到那一格，鼠标停在格上可看批注。",
              "可以直接在这份文件里改，改好报送这份文件：本页、颜色和批注都不影响读取，不用删。也可以改您自己的原文件再报送。"),
          lines(first));
      assertEquals("'Sheet1'!G11", first.getRow(11).getCell(2).getHyperlink().getAddress());
    }
  }

  @Test
  void theTermIsToldAsItIs() throws IOException {
    Document document = Samples.open(Samples.file(D));
    Path target = folder.resolve("late.xlsx");
    MarkedCopy.write(
        Samples.file(D),
        document,
        Answered.summary(Verdict.ACCEPTED_WITH_WARNINGS, LocalDate.of(2024, 8, 12), Language.EN),
        List.of(LATE),
        target);
    try (Workbook workbook = open(target)) {
      assertEquals(
          "What to do now | Check each line. If all is right: nothing more is needed, do not send again. If something is wrong: correct it and send the whole file again the way you sent it (the term ended on 2024-08-09: as soon as possible).",
          lines(workbook.getSheet("Check result")).get(2));
    }
  }

  @Test
  void awkwardPlacesAreMarkedToo() throws IOException {
    Path marked =
        Answered.mark(
            folder,
            "marked/everything-openpyxl.xlsx",
            Answered.error(SHEET, "B3", "数量不对。"),
            Answered.warning(SHEET, "D10", "合并格。"),
            Answered.warning(SHEET, "Z40", "表外的格。"),
            Answered.error("隐藏表", "A1", "隐藏的错误。"),
            Answered.error("没有这张表", "A1", "找不到。"));
    try (Workbook workbook = open(marked)) {
      assertEquals("审核结果2", workbook.getSheetName(0));
      assertEquals("这是单位自己的审核结果表", workbook.getSheet("审核结果").getRow(0).getCell(0).toString());
      Sheet sheet = workbook.getSheet(SHEET);
      assertEquals(
          "请复核\n【审核·错误】必须改正\n数量不对。",
          sheet.getRow(2).getCell(1).getCellComment().getString().getString());
      assertEquals("表头不要改", sheet.getRow(0).getCell(0).getCellComment().getString().getString());
      for (int row = 8; row < 10; row++) {
        for (int column = 2; column < 4; column++) {
          assertEquals("FFFFF1A6", colour(sheet.getRow(row).getCell(column)));
        }
      }
      assertEquals(
          "【审核·提醒】请核对\n合并格。", sheet.getRow(8).getCell(2).getCellComment().getString().getString());
      assertEquals("FFFFF1A6", colour(sheet.getRow(39).getCell(25)));
      assertTrue(sheet.getProtect());
      List<String> lines = lines(workbook.getSheetAt(0));
      assertTrue(
          lines.stream().anyMatch(line -> line.contains("A1（隐藏表）⏎在隐藏的工作表里：右击下方任一工作表标签，点“取消隐藏”")),
          lines.toString());
      assertEquals(
          "'汇总''表“一”'!B3",
          workbook.getSheetAt(0).getRow(12).getCell(2).getHyperlink().getAddress());
    }
  }

  @Test
  void aCorrectedCopyIsReadAndMarkedLikeTheOriginal() throws IOException {
    String sample = "marked/everything-openpyxl.xlsx";
    Path once =
        Answered.mark(
            folder,
            sample,
            Answered.error(SHEET, "B3", "数量不对。"),
            Answered.error(SHEET, "C9", "说明不清。"));
    assertEquals(
        NothingLostTest.texts(Samples.open(Samples.file(sample))),
        NothingLostTest.texts(Samples.open(once)));
    Path twice = folder.resolve("twice.xlsx");
    MarkedCopy.write(
        once, Samples.open(once), Answered.summary(Verdict.ACCEPTED), List.of(), twice);
    try (Workbook original = open(Samples.file(sample));
        Workbook workbook = open(twice)) {
      assertEquals(original.getNumberOfSheets() + 1, workbook.getNumberOfSheets());
      assertEquals("审核结果：通过", workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue());
      Sheet sheet = workbook.getSheet(SHEET);
      for (String address : List.of("1:2", "8:2", "2:1")) {
        int row = Integer.parseInt(address.split(":")[0]);
        int column = Integer.parseInt(address.split(":")[1]);
        XSSFCellStyle before =
            (XSSFCellStyle) original.getSheetAt(0).getRow(row).getCell(column).getCellStyle();
        XSSFCellStyle now = (XSSFCellStyle) sheet.getRow(row).getCell(column).getCellStyle();
        assertEquals(before.getIndex(), now.getIndex(), address);
      }
      assertEquals("请复核", sheet.getRow(2).getCell(1).getCellComment().getString().getString());
      assertEquals(null, sheet.getRow(8).getCell(2).getCellComment());
      assertEquals(original.getPrintArea(0), workbook.getPrintArea(1));
      assertEquals(original.getPrintArea(3), workbook.getPrintArea(4));
    }
  }

  @Test
  void manyFindingsAreCountedExactlyAndListedBriefly() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      findings.add(
          Answered.finding(
              "UNREADABLE", Severity.ERROR, "Sheet1", "B" + (6 + i), "B" + i + " 无法读取。"));
    }
    try (Workbook workbook = open(Answered.mark(folder, D, findings.toArray(new Finding[0])))) {
      List<String> lines = lines(workbook.getSheetAt(0));
      assertEquals("有必须改正的错误，这份文件中的数据没有采用。共有错误 600 处。", lines.get(1));
      assertTrue(lines.get(11).contains("同样的问题共 600 处：B6、B7、B8"), lines.get(11));
      assertTrue(lines.contains("着色和批注到第 500 处为止，其余各处没有着色。"), lines.toString());
      assertEquals(500, workbook.getSheet("Sheet1").getCellComments().size());
    }
  }

  @Test
  void textOfSendersNeverBecomesAFormula() throws IOException {
    Finding finding = Answered.finding("FORMULA_LIKE_TEXT", Severity.WARNING, "", "F2", "=1+1");
    Path marked = Answered.mark(folder, "bad/formula-injection.csv", finding);
    try (Workbook workbook = open(marked)) {
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
  void whatWasReadStandsBesideWhatIsWrong() throws IOException {
    String sample = "forms/lead-register.csv";
    Path marked = Answered.mark(folder, sample, Answered.error("", "G13", "G13 办结日期：不可能。请核对。"));
    try (Workbook workbook = open(marked)) {
      Sheet sheet = workbook.getSheet("报送内容");
      int side = sheet.getRow(0).getLastCellNum() - 1;
      assertEquals("审核意见（本栏不用改，也不会读取）", sheet.getRow(0).getCell(side).getStringCellValue());
      assertEquals(
          "G13 【审核·错误】必须改正\n办结日期：不可能。请核对。", sheet.getRow(12).getCell(side).getStringCellValue());
      assertEquals("FFFF9C8F", colour(sheet.getRow(12).getCell(6)));
    }
    Grid before = Samples.open(Samples.file(sample)).grids().get(0);
    List<Grid> after = Samples.open(marked).grids();
    assertEquals(1, after.size());
    assertEquals(
        Samples.lines(before, 0, before.rowCount()),
        Samples.lines(after.get(0), 0, after.get(0).rowCount()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"forms/i-xinyi-clean.ods", "forms/c-jiawang-clean.docx"})
  void mergedCellsOfATranscriptStayMerged(String sample) throws IOException {
    Document document = Samples.open(Samples.file(sample));
    Document other = new Document(Document.Format.ODS, document.blocks(), document.traits());
    Path target = folder.resolve("transcript.xlsx");
    MarkedCopy.write(
        Samples.file(sample), other, Answered.summary(Verdict.REJECTED), List.of(), target);
    assertEquals(
        document.grids().stream().map(MarkedCopyTest::laidOut).toList(),
        Samples.open(target).grids().stream()
            .filter(grid -> !grid.sheet().equals("正文"))
            .map(MarkedCopyTest::laidOut)
            .toList());
  }

  private static String laidOut(Grid grid) {
    return Samples.lines(grid, 0, grid.rowCount());
  }

  @Test
  void macrosAreLeftOut() throws IOException {
    Path marked = Answered.mark(folder, "bad/macro.xlsm", LATE);
    assertTrue(Samples.open(marked).traits().isEmpty());
    assertFalse(Parts.of(marked).containsKey("xl/vbaProject.bin"));
    try (Workbook workbook = open(marked)) {
      assertEquals("审核结果", workbook.getSheetName(0));
    }
  }

  @Test
  void theOriginalIsOnlyReadAndTheCopyIsAlwaysTheSame() throws IOException {
    byte[] before = Files.readAllBytes(Samples.file(D));
    Path first = Answered.mark(folder, D, TOTAL);
    Path kept = Files.move(first, folder.resolve("first"), StandardCopyOption.REPLACE_EXISTING);
    Path second = Answered.mark(folder, D, TOTAL);
    assertEquals(-1, Files.mismatch(kept, second));
    org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(Samples.file(D)));
  }

  private static Workbook open(Path file) throws IOException {
    return WorkbookFactory.create(file.toFile(), null, true);
  }

  private static String colour(Cell cell) {
    assertEquals(FillPatternType.SOLID_FOREGROUND, cell.getCellStyle().getFillPattern());
    return ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundXSSFColor().getARGBHex();
  }

  /** Cells that show something, rows as lines. */
  static List<String> lines(Sheet sheet) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i <= sheet.getLastRowNum(); i++) {
      List<String> cells = new ArrayList<>();
      if (sheet.getRow(i) != null) {
        for (Cell cell : sheet.getRow(i)) {
          if (cell.getColumnIndex() < 19 && !cell.toString().isEmpty()) {
            cells.add(cell.toString().replace("\n", "⏎"));
          }
        }
      }
      lines.add(String.join(" | ", cells));
    }
    return lines;
  }
}
