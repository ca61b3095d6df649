package xinglin.jobs.mark.xls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import xinglin.jobs.mark.page.AnswerPage;
import xinglin.jobs.mark.page.Mark;

/** Writes the marked copy of an .xls. POI holds the workbook whole: callers limit its size. */
public final class MarkedXls {
  private static final String STREAM = "Workbook";

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
      save(workbook, target);
    }
  }

  private static void save(HSSFWorkbook workbook, Path target) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    workbook.write(written);
    try (POIFSFileSystem file =
            new POIFSFileSystem(new ByteArrayInputStream(written.toByteArray()));
        OutputStream out = Files.newOutputStream(target)) {
      byte[] stream;
      try (InputStream in = file.createDocumentInputStream(STREAM)) {
        stream = in.readAllBytes();
      }
      file.createOrUpdateDocument(new ByteArrayInputStream(SheetOrder.lastFirst(stream)), STREAM);
      file.writeFilesystem(out);
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
