package xinglin.app.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.app.assembly.Clocks;
import xinglin.routes.schedule.Schedule;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.ledger.Run;

/**
 * Whether the process does what it is for. A partner's channel that is down is not its fault: it is
 * told and changes nothing about the answer.
 *
 * @param beginning when the process started
 * @param heartbeat when it last looked at its timetable
 * @param nightUnderWay since when, if a night is being run
 */
record Health(
    Instant now,
    Instant beginning,
    Instant heartbeat,
    Optional<Schedule> nightly,
    Optional<Instant> next,
    Optional<Instant> nightUnderWay,
    int mistakes,
    long freeBytes,
    Books books) {
  private static final Duration SILENT = Duration.ofMinutes(1);
  private static final Duration LATE = Duration.ofHours(3);
  private static final long LEAST_DISK = 1L << 30;

  /** Codes of what is wrong; none if it is well. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (heartbeat.plus(SILENT).isBefore(now)) {
      problems.add("TIMETABLE_STANDS_STILL");
    }
    if (mistakes > 0) {
      problems.add("DEFINITIONS_WRONG");
    }
    if (freeBytes < LEAST_DISK) {
      problems.add("DISK_FULL");
    }
    if (books.nights().latest().filter(run -> run.state().equals("failed")).isPresent()) {
      problems.add("NIGHT_FAILED");
    }
    if (isLate()) {
      problems.add("NIGHT_LATE");
    }
    return problems;
  }

  /** The night that should have followed the last good one has not come to its end. */
  private boolean isLate() {
    Instant from = books.nights().lastPublished().map(Run::startedAt).orElse(beginning);
    return nightly
        .map(schedule -> schedule.next(from).plus(LATE))
        .filter(latest -> latest.isBefore(now))
        // Made up for after a long time off: it has just begun.
        .filter(latest -> beginning.plus(LATE).isBefore(now))
        .isPresent();
  }

  Map<String, Object> json() {
    List<String> problems = problems();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", problems.isEmpty() ? "up" : "down");
    json.put("problems", problems);
    json.put("started_at", time(beginning));
    Map<String, Object> night = new LinkedHashMap<>();
    night.put("under_way_since", nightUnderWay.map(Health::time).orElse(null));
    night.put(
        "last_success_at",
        books.nights().lastPublished().flatMap(Run::endedAt).map(Health::time).orElse(null));
    night.put("next_at", next.map(Health::time).orElse(null));
    json.put("night", night);
    json.put("waiting_deliveries", books.waiting());
    json.put("answers", books.answers());
    Map<String, Object> channels = new LinkedHashMap<>();
    for (ChannelUse use : books.channels()) {
      Map<String, Object> channel = new LinkedHashMap<>();
      channel.put("up", use.problem().isEmpty());
      channel.put("problem", use.problem().orElse(null));
      channel.put("last_success_at", use.workedAt().map(Health::time).orElse(null));
      channels.put(use.channelId(), channel);
    }
    json.put("channels", channels);
    return json;
  }

  private static String time(Instant instant) {
    return instant.atZone(Clocks.ZONE).toOffsetDateTime().toString();
  }
}
