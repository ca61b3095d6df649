package xinglin.app.command.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.app.terminal.Texts;
import xinglin.jobs.release.Release;
import xinglin.jobs.release.Releases;
import xinglin.warehouse.failure.DeliveryException;

/** Releases that are no longer what was frozen. */
public final class ReleasesStatus {
  private final Map<String, List<String>> altered = new LinkedHashMap<>();
  private final Map<String, String> unreadable = new LinkedHashMap<>();
  private final Texts texts;

  public ReleasesStatus(Releases releases, Texts texts) {
    this.texts = texts;
    for (Release release : releases.list()) {
      try {
        altered.put(release.name(), releases.touched(release));
      } catch (DeliveryException e) {
        unreadable.put(release.name(), reason(e));
      }
    }
  }

  private static String reason(DeliveryException e) {
    return Optional.ofNullable(e.getCause()).map(Throwable::toString).orElse(e.toString());
  }

  /** For people: one line for each that was altered or cannot be read. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    altered.forEach(
        (name, files) -> {
          if (!files.isEmpty()) {
            lines.add(texts.say("status.release.altered", name, String.join(" ", files)));
          }
        });
    unreadable.forEach((name, why) -> lines.add(texts.say("status.release.unreadable", name, why)));
    return lines;
  }

  /** All of them, with the files that are not what they were. */
  public List<Object> json() {
    List<Object> all = new ArrayList<>();
    altered.forEach((name, files) -> all.add(Map.of("release", name, "altered", files)));
    unreadable.forEach((name, why) -> all.add(Map.of("release", name, "unreadable", why)));
    return all;
  }
}
