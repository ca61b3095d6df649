package xinglin.app.command.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.app.terminal.Texts;
import xinglin.jobs.release.Release;
import xinglin.jobs.release.Releases;

/** Releases that are no longer what was frozen. */
public final class ReleasesStatus {
  private final Map<String, List<String>> altered = new LinkedHashMap<>();
  private final Texts texts;

  public ReleasesStatus(Releases releases, Texts texts) {
    this.texts = texts;
    for (Release release : releases.list()) {
      altered.put(release.name(), releases.touched(release));
    }
  }

  /** For people: one line for each that was altered. */
  public List<String> lines() {
    return altered.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(
            one ->
                texts.say("status.release.altered", one.getKey(), String.join(" ", one.getValue())))
        .toList();
  }

  /** All of them, with the files that are not what they were. */
  public List<Object> json() {
    List<Object> all = new ArrayList<>();
    altered.forEach((name, files) -> all.add(Map.of("release", name, "altered", files)));
    return all;
  }
}
