package xinglin.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.LastNights;
import xinglin.routes.schedule.Schedule;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.ledger.Run;

final class HealthTest {
  private static final Instant NOW = Clocks.fixed("2024-08-15T09:00:00").instant();
  private static final Instant BEGINNING = Clocks.fixed("2024-08-10T08:00:00").instant();
  private static final long DISK = 9L << 30;

  private static Health health(Instant heartbeat, int mistakes, long free, Run... runs) {
    Books books =
        new Books(
            Map.of("loaded", 3L),
            1,
            Map.of("waiting", 2L),
            List.of(
                new ChannelUse(
                    "320303/sftp",
                    "320303",
                    NOW,
                    Optional.of(NOW),
                    Optional.of("LOGIN_REFUSED"),
                    "[\"h:22\",\"zhang.san\"]")),
            new LastNights(List.of(runs)));
    return new Health(
        NOW,
        BEGINNING,
        heartbeat,
        Schedule.find("0 2 * * *"),
        Optional.of(Clocks.fixed("2024-08-16T02:00:00").instant()),
        Optional.empty(),
        mistakes,
        free,
        books);
  }

  private static Run run(String start, String state) {
    Instant at = Clocks.fixed(start).instant();
    return new Run(
        "r",
        at,
        Optional.of(at.plus(Duration.ofMinutes(1))),
        state,
        state.equals("done") ? Optional.of("x") : Optional.empty(),
        Optional.empty());
  }

  @Test
  void well() throws JsonProcessingException {
    assertEquals(
        "{\"status\":\"up\",\"problems\":[],\"started_at\":\"2024-08-10T08:00+08:00\","
            + "\"night\":{\"under_way_since\":null,\"last_success_at\":\"2024-08-15T02:01+08:00\","
            + "\"next_at\":\"2024-08-16T02:00+08:00\"},\"waiting_deliveries\":1,"
            + "\"answers\":{\"waiting\":2},\"channels\":{\"320303/sftp\":{\"up\":false,"
            + "\"problem\":\"LOGIN_REFUSED\",\"last_success_at\":\"2024-08-15T09:00+08:00\"}}}",
        new ObjectMapper()
            .writeValueAsString(health(NOW, 0, DISK, run("2024-08-15T02:00:00", "done")).json()));
  }

  @Test
  void everythingThatCanBeWrong() {
    assertEquals(
        List.of("TIMETABLE_STANDS_STILL", "DEFINITIONS_WRONG", "DISK_FULL", "NIGHT_FAILED"),
        health(
                NOW.minusSeconds(90),
                2,
                1000,
                run("2024-08-15T02:05:00", "failed"),
                run("2024-08-15T02:00:00", "done"))
            .problems());
    assertEquals(
        List.of("NIGHT_LATE"), health(NOW, 0, DISK, run("2024-08-14T02:00:00", "done")).problems());
    assertEquals(List.of("NIGHT_LATE"), health(NOW, 0, DISK).problems());
  }
}
