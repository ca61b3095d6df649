package xinglin.jobs.open.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.OpenedDocument;

/** A percentage is read as it is shown, whatever number stands behind it. */
final class PercentsTest {
  @Test
  void formats() {
    assertTrue(Percents.isPercent(9, ""));
    assertTrue(Percents.isPercent(164, "0.00%"));
    assertFalse(Percents.isPercent(2, ""));
    assertFalse(Percents.isPercent(164, "0.00\"%\""));
  }

  @Test
  void cellsOfBothFormats(@TempDir Path folder) throws IOException {
    assertEquals("41.6%", firstCell(folder.resolve("a.xlsx"), new XSSFWorkbook()));
    assertEquals("41.6%", firstCell(folder.resolve("a.xls"), new HSSFWorkbook()));
  }

  private static String firstCell(Path file, Workbook workbook) throws IOException {
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      var cell = workbook.createSheet("s").createRow(0).createCell(0);
      CellStyle percent = workbook.createCellStyle();
      percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
      cell.setCellStyle(percent);
      cell.setCellValue(0.416);
      workbook.write(out);
    }
    OpenedDocument opened = (OpenedDocument) FileOpener.open(file, Limits.standard());
    return opened.document().grids().get(0).text(0, 0);
  }
}
