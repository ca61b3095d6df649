package xinglin.jobs.mark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Format;
import xinglin.schemas.sheet.Grid;

/**
 * Writes the copy of a sender's file in which the findings are marked. Formulas, widths, print
 * areas and everything else of the sender's workbook stay; macros are left out.
 */
public final class MarkedCopy {
  /**
   * POI holds a workbook whole, about two kilobytes a cell: larger ones are answered with the
   * summary alone.
   */
  private static final long MOST_CELLS = 30_000;

  private MarkedCopy() {}

  /**
   * Extension of the marked copy, with its dot: workbooks keep theirs, everything else is answered
   * with a workbook of what was read.
   */
  public static String extension(Format format) {
    return format == Format.XLS ? ".xls" : ".xlsx";
  }

  /**
   * Writes the marked copy; the original is only read.
   *
   * @param original the sender's bytes
   * @param document what was read from them
   * @param target created or replaced
   * @throws IOException if the disk fails
   */
  public static void write(
      Path original, Document document, Summary summary, List<Finding> findings, Path target)
      throws IOException {
    boolean small = cells(document) <= MOST_CELLS;
    try (Workbook workbook = small ? content(original, document) : empty(document.format())) {
      Addresses addresses = new Addresses(document.format());
      if (small) {
        CellMarks marks = new CellMarks(workbook);
        marks.clear();
        marks.mark(findings, addresses);
      }
      new SummarySheet(workbook).write(summary, findings, addresses, small);
      try (OutputStream out = Files.newOutputStream(target)) {
        workbook.write(out);
      }
    }
  }

  private static long cells(Document document) {
    long cells = document.paragraphs().size();
    for (Grid grid : document.grids()) {
      for (int row = 0; row < grid.rowCount(); row++) {
        cells += grid.row(row).size();
      }
    }
    return cells;
  }

  private static Workbook content(Path original, Document document) throws IOException {
    boolean workbook = document.format() == Format.XLSX || document.format() == Format.XLS;
    if (workbook) {
      try {
        return document.format() == Format.XLS ? xls(original) : xlsx(original);
      } catch (RuntimeException e) {
        // What POI cannot rewrite is answered with what was read.
      }
    }
    Workbook transcript = empty(document.format());
    new Transcript(transcript).write(document);
    return transcript;
  }

  private static Workbook empty(Format format) {
    return format == Format.XLS ? new HSSFWorkbook() : new XSSFWorkbook();
  }

  private static Workbook xls(Path original) throws IOException {
    try (InputStream in = Files.newInputStream(original)) {
      return new HSSFWorkbook(in);
    }
  }

  private static Workbook xlsx(Path original) throws IOException {
    // The file has passed the guard of xinglin.jobs.open; POI's own ratio refuses honest style
    // sheets.
    ZipSecureFile.setMinInflateRatio(0);
    try (InputStream in = Files.newInputStream(original)) {
      XSSFWorkbook workbook = new XSSFWorkbook(in);
      MacroRemoval.from(workbook);
      return workbook;
    }
  }
}
