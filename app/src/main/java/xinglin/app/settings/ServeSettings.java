package xinglin.app.settings;

import java.time.Duration;
import java.util.Optional;
import xinglin.routes.schedule.Schedule;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/**
 * {@code serve:} of {@code config/xinglin.yml}.
 *
 * @param nightly when nights begin; empty ({@code none}) if something else starts them
 * @param collect when channels without a {@code schedule:} of their own are asked
 * @param port on 127.0.0.1 for health and metrics; 0 takes a free one
 * @param stop how long work under way may take once the process is told to stop
 */
public record ServeSettings(Optional<Schedule> nightly, Schedule collect, int port, Duration stop) {
  private static final String NEVER = "none";
  private static final int PORT = 9464;
  private static final int HIGHEST_PORT = 65_535;
  private static final int STOP_SECONDS = 60;
  private static final int LONGEST_STOP_SECONDS = 3_600;

  /** Nights at two, channels every ten minutes. */
  public static ServeSettings standard() {
    return new ServeSettings(
        Schedule.find("0 2 * * *"),
        new Schedule.Every(Duration.ofMinutes(10)),
        PORT,
        Duration.ofSeconds(STOP_SECONDS));
  }

  static ServeSettings read(Entry entry) {
    ServeSettings standard = standard();
    Optional<Schedule> nightly =
        entry.findText("nightly").filter(NEVER::equals).isPresent()
            ? Optional.empty()
            : ScheduleEntry.find(entry, "nightly").or(standard::nightly);
    Schedule collect = ScheduleEntry.find(entry, "collect").orElse(standard.collect);
    ServeSettings settings =
        new ServeSettings(
            nightly,
            collect,
            number(entry, "port", PORT, HIGHEST_PORT),
            Duration.ofSeconds(number(entry, "stop_seconds", STOP_SECONDS, LONGEST_STOP_SECONDS)));
    entry.done();
    return settings;
  }

  private static int number(Entry entry, String key, int otherwise, int most) {
    int value = entry.number(key, otherwise);
    if (value < 0 || value > most) {
      entry.problem(key, Mistake.of("\"{0}\" must be from 0 to {1}", key, String.valueOf(most)));
      return otherwise;
    }
    return value;
  }
}
