package xinglin.app.assembly;

import java.util.List;
import java.util.Optional;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.Run;

/** The last runs of a home, newest first. Runs of single steps are among them. */
public record LastNights(List<Run> runs) {
  private static final int LOOK_BACK = 200;

  public LastNights {
    runs = List.copyOf(runs);
  }

  public static LastNights of(Ledger ledger) {
    return new LastNights(ledger.latestRuns(LOOK_BACK));
  }

  public Optional<Run> latest() {
    return runs.stream().findFirst();
  }

  /** The last one that came to its end and published: what a night is for. */
  public Optional<Run> lastPublished() {
    return runs.stream()
        .filter(run -> run.state().equals("done") && run.published().isPresent())
        .findFirst();
  }
}
