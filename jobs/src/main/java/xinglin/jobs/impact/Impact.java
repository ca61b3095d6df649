package xinglin.jobs.impact;

import java.util.List;
import java.util.function.Consumer;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.open.Limits;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.impact.ChangedSubmission;
import xinglin.warehouse.impact.ImpactCounts;
import xinglin.warehouse.impact.Reach;
import xinglin.warehouse.impact.Trial;
import xinglin.warehouse.impact.World;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * What changed definitions would do to all stored submissions of a home. Reads again what the
 * change can matter to, by both sets of definitions, and judges everything twice.
 *
 * @param threads files read at the same time
 */
public record Impact(Home home, Lake lake, Ledger ledger, Limits limits, int threads) {

  /**
   * Finds out what would change.
   *
   * @param each gets every submission that would be judged otherwise, those that stand first, of
   *     them those that flip
   */
  public ImpactCounts find(
      Side before, Side after, Reach reach, Progress progress, Consumer<ChangedSubmission> each) {
    try (Trial trial = Trial.open(home, lake)) {
      List<String> reached = trial.reached(reach);
      Rereading.Target now = target(trial, World.BEFORE, before);
      Rereading.Target then = target(trial, World.AFTER, after);
      Rereading rereading = new Rereading(new RawStore(home), ledger, limits, now, then);
      trial.reread(rereading.read(reached, threads, progress));
      progress.at("decide", 0, 0);
      trial.judge(World.BEFORE, before.judging());
      trial.judge(World.AFTER, after.judging());
      ImpactCounts counts = trial.counts();
      trial.each(each);
      return counts;
    }
  }

  private static Rereading.Target target(Trial trial, World world, Side side) {
    return new Rereading.Target(world, side, trial.rows(world, side.judging().tables()));
  }
}
