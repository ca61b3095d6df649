package xinglin.jobs.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.open.csv.LargeText;
import xinglin.jobs.open.workbook.LargeWorkbook;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.sheet.Document;

/** Files of penalty records that are too large to be held as documents. */
public final class LargeFile {
  /** From this size on a text is looked at; smaller ones are documents like any other. */
  private static final long LEAST_TEXT = 8L << 20;

  /** From this size of a sheet on a workbook is. */
  private static final long LEAST_SHEET = 32L << 20;

  private LargeFile() {}

  /** Its sheets; none if it is small, or anything else. */
  public static List<PenaltySheet> find(Path file, PenaltyLayouts layouts) throws IOException {
    return find(file, layouts, LEAST_TEXT, LEAST_SHEET);
  }

  static List<PenaltySheet> find(Path file, PenaltyLayouts layouts, long leastText, long leastSheet)
      throws IOException {
    Optional<PenaltySheet> text = LargeText.find(file, layouts, leastText);
    return text.isPresent() ? List.of(text.get()) : LargeWorkbook.find(file, layouts, leastSheet);
  }

  /** What of such a file a marked copy is made from; empty if it is read as a document for that. */
  public static Optional<Document> outline(Path file) throws IOException {
    return LargeWorkbook.outline(file, LEAST_SHEET);
  }
}
