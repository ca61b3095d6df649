package xinglin.routes.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something is due again: {@code every 10m} (s, m, h) or a five-field cron expression as
 * crontab knows it, in Shanghai time.
 */
public interface Schedule {
  /** Of everything here: what a crontab line says holds for clocks in China. */
  ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The first time after the given one. */
  Instant next(Instant after);

  /** As it was written. */
  String text();

  /** Empty if the text is no schedule, or one that never comes. */
  static Optional<Schedule> find(String text) {
    Matcher every = Every.TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    return every.matches() ? Every.find(every) : Cron.find(text.strip());
  }

  /** At even pauses. */
  record Every(Duration pause) implements Schedule {
    private static final Pattern TEXT = Pattern.compile("every ([1-9][0-9]{0,4}) ?([smh])");
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private static Optional<Schedule> find(Matcher text) {
      long number = Long.parseLong(text.group(1));
      Duration pause =
          switch (text.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
          };
      return pause.compareTo(SHORTEST) < 0 ? Optional.empty() : Optional.of(new Every(pause));
    }

    @Override
    public Instant next(Instant after) {
      return after.plus(pause);
    }

    @Override
    public String text() {
      long seconds = pause.toSeconds();
      return "every "
          + (seconds % 3600 == 0
              ? seconds / 3600 + "h"
              : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s");
    }
  }
}
