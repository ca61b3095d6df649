package xinglin.app.command.release;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import xinglin.app.assembly.Clocks;
import xinglin.app.terminal.TextTable;
import xinglin.app.terminal.Texts;
import xinglin.jobs.release.Release;
import xinglin.jobs.release.Releases;

/** Releases for people, and as JSON. */
final class ReleasePage {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Clocks.ZONE);

  private ReleasePage() {}

  static List<String> lines(Releases releases, List<Release> all, Instant now, Texts texts) {
    TextTable table =
        new TextTable(
            List.of(
                texts.say("release.table.name"),
                texts.say("release.table.at"),
                texts.say("release.table.run"),
                texts.say("release.table.state"),
                texts.say("release.table.embargo"),
                texts.say("release.table.reason")));
    for (Release one : all) {
      List<String> altered = releases.altered(one);
      table.row(
          one.name(),
          MINUTE.format(one.releasedAt()),
          one.run(),
          altered.isEmpty()
              ? texts.say(one.isEmbargoed(now) ? "release.state.embargoed" : "release.state.whole")
              : texts.say(
                  "release.state.altered", String.join(texts.say("list.separator"), altered)),
          one.embargo().map(MINUTE::format).orElse(""),
          one.reason());
    }
    return table.lines();
  }

  static Map<String, Object> row(Releases releases, Release release, Instant now) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("release_name", release.name());
    row.put("run", release.run());
    row.put("released_at", time(release.releasedAt()));
    row.put("digest", release.digest());
    row.put("embargo_until", release.embargo().map(ReleasePage::time).orElse(null));
    row.put("is_embargoed", release.isEmbargoed(now));
    row.put("seal", release.seal());
    row.put("reason", release.reason());
    row.put("released_by", release.by());
    row.put("altered", releases.altered(release));
    row.put("path", releases.path(release).toString());
    return row;
  }

  private static String time(Instant at) {
    return at.atZone(Clocks.ZONE).toOffsetDateTime().toString();
  }
}
