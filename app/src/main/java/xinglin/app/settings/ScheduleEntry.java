package xinglin.app.settings;

import java.util.Optional;
import xinglin.routes.schedule.Schedule;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads a schedule: {@code every 10m}, or a cron expression of five fields. */
final class ScheduleEntry {
  private ScheduleEntry() {}

  /** {@code schedule:} of a channel. */
  static Optional<Schedule> find(Entry entry) {
    return find(entry, "schedule");
  }

  static Optional<Schedule> find(Entry entry, String key) {
    Optional<String> text = entry.findText(key);
    Optional<Schedule> schedule = text.flatMap(Schedule::find);
    if (text.isPresent() && schedule.isEmpty()) {
      entry.problem(
          key,
          Mistake.of(
              "\"{0}\" must be \"every 10m\" (s, m or h) or a cron expression of five fields such as \"0 2 * * *\", not \"{1}\"",
              key, text.get()));
    }
    return schedule;
  }
}
