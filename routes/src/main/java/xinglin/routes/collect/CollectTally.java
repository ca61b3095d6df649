package xinglin.routes.collect;

import java.util.ArrayList;
import java.util.List;
import xinglin.jobs.batch.Progress;
import xinglin.routes.collect.InboxCollector.StoredGroup;
import xinglin.routes.collect.InboxCollector.WaitingGroup;

/** Counts one collect. Used by one route at a time. */
final class CollectTally {
  private final Progress progress;
  private final List<String> leftBehind = new ArrayList<>();
  private long listed;
  private long taken;

  CollectTally(Progress progress) {
    this.progress = progress;
  }

  void listed(List<?> groups) {
    listed =
        groups.stream()
            .map(WaitingGroup.class::cast)
            .mapToLong(group -> group.files().size())
            .sum();
  }

  void taken(StoredGroup group) {
    taken += group.envelopes().size();
    leftBehind.addAll(group.leftBehind());
    progress.at("collect", taken + leftBehind.size(), listed);
  }

  Collected result() {
    return new Collected(taken, leftBehind);
  }
}
