package xinglin.app.doctor;

import java.util.ArrayList;
import java.util.List;
import xinglin.jobs.release.Release;
import xinglin.jobs.release.Releases;
import xinglin.warehouse.failure.DeliveryException;

/** Whether releases are still what was frozen. */
final class ReleaseSigns {
  private ReleaseSigns() {}

  static List<Sign> of(Releases releases) {
    List<Release> all = releases.list();
    List<Sign> signs = new ArrayList<>();
    for (Release release : all) {
      try {
        List<String> altered = releases.altered(release);
        if (!altered.isEmpty()) {
          signs.add(
              Sign.wrong(
                  "releases", "releases.altered", release.name(), String.join(" ", altered)));
        }
      } catch (DeliveryException e) {
        signs.add(
            Sign.wrong(
                "releases", "releases.unreadable", release.name(), String.valueOf(e.getCause())));
      }
    }
    if (signs.isEmpty() && !all.isEmpty()) {
      signs.add(Sign.ok("releases", "releases", all.size()));
    }
    return signs;
  }
}
