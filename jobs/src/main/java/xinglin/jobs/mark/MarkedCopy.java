package xinglin.jobs.mark;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.jobs.mark.docx.MarkedDocx;
import xinglin.jobs.mark.page.Answer;
import xinglin.jobs.mark.page.Answer.Marked;
import xinglin.jobs.mark.page.AnswerPage;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.page.Summary;
import xinglin.jobs.mark.transcript.Transcript;
import xinglin.jobs.mark.xls.MarkedXls;
import xinglin.jobs.mark.xlsx.MarkedXlsx;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Format;
import xinglin.schemas.sheet.Grid;

/**
 * Writes the copy of a sender's file in which the findings are marked. Workbooks and Word files
 * keep everything that is the sender's, macros excepted; other files are answered with a workbook
 * of what was read.
 */
public final class MarkedCopy {
  /** Places coloured and commented on: more than anybody corrects in one go. */
  private static final int MOST_MARKS = 500;

  /** POI holds an .xls whole; larger ones are answered with the first sheet alone. */
  private static final long MOST_XLS_CELLS = 300_000;

  private MarkedCopy() {}

  /** Extension of the marked copy, with its dot. */
  public static String extension(Format format) {
    return switch (format) {
      case XLS -> ".xls";
      case DOCX -> ".docx";
      default -> ".xlsx";
    };
  }

  /**
   * Writes the marked copy; the original is only read.
   *
   * @param original the sender's bytes
   * @param document what was read from them
   * @param target created or replaced; its name ends in {@link #extension}
   * @throws IOException if the disk fails
   */
  public static void write(
      Path original, Document document, Summary summary, List<Finding> findings, Path target)
      throws IOException {
    Answer answer = new Answer(document, summary, findings);
    List<Mark> marks = answer.marks(MOST_MARKS);
    switch (document.format()) {
      case XLSX -> xlsx(original, document, answer, marks, target);
      case XLS -> xls(original, document, answer, marks, target);
      case DOCX -> docx(original, answer, marks, target);
      default -> transcript(document, answer, marks, target);
    }
  }

  private static void xlsx(
      Path original, Document document, Answer answer, List<Mark> marks, Path target)
      throws IOException {
    try {
      AnswerPage page = answer.page(Marked.ORIGINAL, false, MOST_MARKS);
      MarkedXlsx.write(original, sheets(document), page, marks, target);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // What cannot be marked in place is answered with what was read.
      transcript(document, answer, marks, target);
    }
  }

  private static void docx(Path original, Answer answer, List<Mark> marks, Path target)
      throws IOException {
    try {
      MarkedDocx.write(original, answer.page(Marked.ORIGINAL, true, MOST_MARKS), marks, target);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      MarkedDocx.alone(answer.page(Marked.NOTHING, true, MOST_MARKS), target);
    }
  }

  private static void xls(
      Path original, Document document, Answer answer, List<Mark> marks, Path target)
      throws IOException {
    if (cells(document) > MOST_XLS_CELLS) {
      MarkedXls.alone(answer.page(Marked.TOO_LARGE, false, MOST_MARKS), target);
      return;
    }
    MarkedXls.write(original, answer.page(Marked.ORIGINAL, false, MOST_MARKS), marks, target);
  }

  private static void transcript(Document document, Answer answer, List<Mark> marks, Path target)
      throws IOException {
    Path plain = Files.createTempFile("xinglin-transcript", ".xlsx");
    try {
      boolean nothing = document.blocks().isEmpty();
      Map<String, String> names =
          Transcript.write(document, nothing ? List.of() : marks, answer.words(), plain);
      AnswerPage page =
          answer.page(nothing ? Marked.NOTHING : Marked.TRANSCRIPT, false, MOST_MARKS);
      List<Mark> moved = marks.stream().map(mark -> Transcript.moved(mark, names)).toList();
      MarkedXlsx.write(plain, Set.copyOf(names.values()), moved(page, names), moved, target);
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private static AnswerPage moved(AnswerPage page, Map<String, String> names) {
    return page.linked(spot -> Transcript.moved(spot, names));
  }

  private static Set<String> sheets(Document document) {
    return document.grids().stream().map(Grid::sheet).collect(Collectors.toSet());
  }

  private static long cells(Document document) {
    long cells = 0;
    for (Grid grid : document.grids()) {
      for (int row = 0; row < grid.rowCount(); row++) {
        cells += grid.row(row).size();
      }
    }
    return cells;
  }
}
