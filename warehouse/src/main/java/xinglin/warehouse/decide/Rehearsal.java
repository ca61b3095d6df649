package xinglin.warehouse.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.judge.JudgingRules;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.raw.Envelope;

/** What history would say about a file that was not sent yet. Stores nothing. */
public final class Rehearsal {
  private static final String RUN = "rehearsal";
  private final Home home;
  private final Lake lake;
  private final JudgingRules rules;
  private final Function<String, String> accumulation;

  /**
   * @param accumulation period, cumulative or snapshot, by form id
   */
  public Rehearsal(
      Home home, Lake lake, JudgingRules rules, Function<String, String> accumulation) {
    this.home = home;
    this.lake = lake;
    this.rules = rules;
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
    ReadingRows rows = new ReadingRows(RUN, envelope.arrival().receivedAt(), RUN, accumulation);
    Map<String, List<Finding>> told =
        new Decider(home, lake, rules).rehearse(sink -> rows.write(sink, envelope, reading));
    Map<Integer, List<Finding>> byForm = new HashMap<>();
    for (FormReading form : reading.forms()) {
      String id = ReadingRows.submissionId(envelope, form.ordinal());
      byForm.put(form.ordinal(), List.copyOf(told.getOrDefault(id, List.of())));
    }
    return byForm;
  }
}
