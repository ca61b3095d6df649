package xinglin.warehouse.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.raw.Envelope;

/** What history would say about a file that was not sent yet. Stores nothing. */
public final class Rehearsal {
  private static final String RUN = "rehearsal";
  private final Home home;
  private final Lake lake;
  private final Function<Issue, Finding> findings;
  private final Function<String, String> accumulation;

  /**
   * @param findings the catalogue of checks
   * @param accumulation period, cumulative or snapshot, by form id
   */
  public Rehearsal(
      Home home,
      Lake lake,
      Function<Issue, Finding> findings,
      Function<String, String> accumulation) {
    this.home = home;
    this.lake = lake;
    this.findings = findings;
    this.accumulation = accumulation;
  }

  /** Whether anything was ever loaded that a file could be compared with. */
  public boolean hasHistory() {
    return lake.snapshotIds().containsKey("main.submission");
  }

  /**
   * Findings of the checks on history, by ordinal of the form.
   *
   * @param envelope as if the file arrived now; a file sent before is looked at as if it were new
   */
  public Map<Integer, List<Finding>> findings(Envelope envelope, FileReading reading) {
    return lake.rehearse(
        scratch -> {
          try (PartitionWriter writer = scratch.writer(RUN, "file")) {
            new ReadingRows(RUN, envelope.arrival().receivedAt(), RUN, accumulation)
                .write(writer, envelope, reading);
            writer.finish();
          }
          Decider decider = new Decider(home, scratch, findings);
          decider.decide(RUN, envelope.arrival().receivedAt());
          Map<Integer, List<Finding>> found = new HashMap<>();
          decider.judged(RUN, judged -> found.putAll(ofHistory(reading, judged)));
          return found;
        });
  }

  /** The file's own findings come first. */
  private static Map<Integer, List<Finding>> ofHistory(FileReading reading, JudgedDelivery judged) {
    Map<Integer, List<Finding>> byForm = new HashMap<>();
    for (int i = 0; i < reading.forms().size(); i++) {
      FormReading form = reading.forms().get(i);
      int own = form.findings().size() + (i == 0 ? reading.findings().size() : 0);
      List<Finding> all = judged.submissions().get(i).findings();
      byForm.put(form.ordinal(), List.copyOf(all.subList(own, all.size())));
    }
    return byForm;
  }
}
