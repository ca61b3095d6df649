package xinglin.jobs.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.jobs.open.Samples;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** Marked copies that were opened and saved anew by LibreOffice, which numbers all styles anew. */
class SentBackTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "forms/d-quanshan-total-mismatch.xlsx, marked/sent-back-d-quanshan.xlsx",
    "forms/patrol-hengxi.xls, marked/sent-back-patrol-hengxi.xls",
    "forms/lead-register.csv, marked/sent-back-lead-register.xlsx"
  })
  void readsLikeTheOriginal(String original, String sentBack) throws IOException {
    assertEquals(cells(Samples.file(original)), cells(Samples.file(sentBack)));
  }

  @Test
  void getsItsOwnLooksBack() throws IOException {
    Path sentBack = Samples.file("marked/sent-back-d-quanshan.xlsx");
    Path again = folder.resolve("again.xlsx");
    MarkedCopy.write(
        sentBack, Samples.open(sentBack), Answered.summary(Verdict.ACCEPTED), List.of(), again);
    try (Workbook workbook = WorkbookFactory.create(again.toFile(), null, true)) {
      assertEquals(2, workbook.getNumberOfSheets());
      var cell = workbook.getSheet("Sheet1").getRow(10).getCell(6);
      assertEquals(FillPatternType.NO_FILL, cell.getCellStyle().getFillPattern());
      assertEquals(BorderStyle.THIN, cell.getCellStyle().getBorderTop());
      assertFalse(
          workbook.getSheet("Sheet1").getCellComments().values().stream()
              .anyMatch(comment -> comment.getString().getString().contains("【审核")));
    }
  }

  private static String cells(Path file) throws IOException {
    Document document = Samples.open(file);
    StringBuilder cells = new StringBuilder();
    for (Grid grid : document.grids()) {
      cells.append(Samples.lines(grid, 0, grid.rowCount()));
    }
    return cells.toString();
  }
}
