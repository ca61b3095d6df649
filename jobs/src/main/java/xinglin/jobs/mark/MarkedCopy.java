package xinglin.jobs.mark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.sheet.Document;

/** Writes the copy of a sender's file in which the findings are marked. */
public final class MarkedCopy {
  private MarkedCopy() {}

  /**
   * Extension of the marked copy, with its dot: workbooks keep theirs, CSV and Word are answered
   * with a workbook of what was read.
   */
  public static String extension(Document.Format format) {
    return format == Document.Format.XLS ? ".xls" : ".xlsx";
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
    throw new IOException("not yet");
  }
}
