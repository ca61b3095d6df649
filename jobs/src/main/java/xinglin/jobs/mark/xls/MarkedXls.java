package xinglin.jobs.mark.xls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import xinglin.jobs.mark.page.AnswerPage;
import xinglin.jobs.mark.page.Mark;

/** Writes the marked copy of an .xls. POI holds the workbook whole: callers limit its size. */
public final class MarkedXls {
  private MarkedXls() {}

  /**
   * Writes the copy.
   *
   * @throws IOException if the disk fails
   */
  public static void write(Path original, AnswerPage page, List<Mark> marks, Path target)
      throws IOException {
    try (InputStream in = Files.newInputStream(original);
        HSSFWorkbook workbook = new HSSFWorkbook(in, true)) {
      AnswerSheet first = new AnswerSheet(workbook);
      CellMarks cells = new CellMarks(workbook);
      cells.clear(first.removeEarlier());
      cells.mark(marks);
      first.write(page, cells.swatches());
      try (OutputStream out = Files.newOutputStream(target)) {
        workbook.write(out);
      }
    }
  }

  /** Writes the first sheet alone. */
  public static void alone(AnswerPage page, Path target) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      new AnswerSheet(workbook).write(page, List.of());
      try (OutputStream out = Files.newOutputStream(target)) {
        workbook.write(out);
      }
    }
  }
}
