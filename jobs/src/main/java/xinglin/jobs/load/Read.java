package xinglin.jobs.load;

import java.util.List;
import xinglin.jobs.unpack.Unpacked;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.reading.FileReading;

/** What a file turned out to be. */
sealed interface Read {

  /** Forms, or nothing we know. */
  record Forms(FileReading reading) implements Read {}

  /** Records of leads of a package, still to be gone through. */
  record Leads(Unpacked.LeadPart part) implements Read {}

  /**
   * Sheets of penalty records, whose rows are still to be gone through.
   *
   * @param beside forms that stand in the same file
   */
  record Penalties(List<PenaltySheet> sheets, FileReading beside) implements Read {
    public Penalties {
      sheets = List.copyOf(sheets);
    }
  }
}
