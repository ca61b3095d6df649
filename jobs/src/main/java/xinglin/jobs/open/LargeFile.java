package xinglin.jobs.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.open.csv.LargeText;
import xinglin.jobs.open.workbook.LargeWorkbook;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;

/** Files of penalty records that are too large to be held as documents. */
public final class LargeFile {
  private LargeFile() {}

  /** Its sheets; none if it is small, or anything else. */
  public static List<PenaltySheet> find(Path file, PenaltyLayouts layouts) throws IOException {
    Optional<PenaltySheet> text = LargeText.find(file, layouts);
    return text.isPresent() ? List.of(text.get()) : LargeWorkbook.find(file, layouts);
  }
}
