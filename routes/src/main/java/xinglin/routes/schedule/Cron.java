package xinglin.routes.schedule;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/**
 * Minute, hour, day of month, month, day of week (0 and 7 are Sunday), with lists, ranges, steps
 * and English names. As in crontab, and unlike Spring's and Quartz's own expressions, a day of
 * month and a day of week that are both given mean either.
 */
record Cron(String text, List<CronExpression> either) implements Schedule {
  private static final int FIELDS = 5;
  private static final String FIELD = "([0-9*,/-]|[A-Za-z]{3})+";

  Cron {
    either = List.copyOf(either);
  }

  static Optional<Schedule> find(String text) {
    String[] fields = text.split("\\s+");
    if (fields.length != FIELDS || !Stream.of(fields).allMatch(field -> field.matches(FIELD))) {
      return Optional.empty();
    }
    boolean both = !fields[2].startsWith("*") && !fields[4].startsWith("*");
    String start = "0 " + fields[0] + " " + fields[1] + " ";
    List<String> expressions =
        both
            ? List.of(
                start + fields[2] + " " + fields[3] + " *",
                start + "* " + fields[3] + " " + fields[4])
            : List.of(start + fields[2] + " " + fields[3] + " " + fields[4]);
    try {
      Cron cron = new Cron(text, expressions.stream().map(CronExpression::parse).toList());
      return cron.find(Instant.EPOCH).isPresent() ? Optional.of(cron) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Instant next(Instant after) {
    return find(after)
        .orElseThrow(() -> new IllegalStateException("Cannot find a time for " + text));
  }

  private Optional<Instant> find(Instant after) {
    ZonedDateTime from = after.atZone(ZONE);
    return either.stream()
        .map(expression -> expression.next(from))
        .filter(Objects::nonNull)
        .map(ZonedDateTime::toInstant)
        .min(Instant::compareTo);
  }
}
