package xinglin.routes.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 2 * * *            | 2024-08-15T01:59:59+08:00 | 2024-08-15T02:00:00+08:00",
        "0 2 * * *            | 2024-08-15T02:00:00+08:00 | 2024-08-16T02:00:00+08:00",
        "*/15 7-19 * * 1-5    | 2024-08-16T19:45:00+08:00 | 2024-08-19T07:00:00+08:00",
        "0 2 * * 0            | 2024-08-15T02:00:00+08:00 | 2024-08-18T02:00:00+08:00",
        "0 2 * * 7            | 2024-08-15T02:00:00+08:00 | 2024-08-18T02:00:00+08:00",
        "0 2 * * mon          | 2024-08-15T02:00:00+08:00 | 2024-08-19T02:00:00+08:00",
        "30 2 1,15 jan *      | 2024-08-15T02:00:00+08:00 | 2025-01-01T02:30:00+08:00",
        "0 2 1 * 0            | 2024-08-15T02:00:00+08:00 | 2024-08-18T02:00:00+08:00",
        "0 2 1 * 0            | 2024-08-26T02:00:00+08:00 | 2024-09-01T02:00:00+08:00",
        "0 0 29 2 *           | 2024-08-15T02:00:00+08:00 | 2028-02-29T00:00:00+08:00",
        "every 10m            | 2024-08-15T02:00:00+08:00 | 2024-08-15T02:10:00+08:00",
        "every 30s            | 2024-08-15T02:00:00+08:00 | 2024-08-15T02:00:30+08:00",
        "Every 2 h            | 2024-08-15T02:00:00+08:00 | 2024-08-15T04:00:00+08:00"
      })
  void theNextTime(String text, String after, String next) {
    assertEquals(
        java.time.OffsetDateTime.parse(next).toInstant(),
        Schedule.find(text).orElseThrow().next(java.time.OffsetDateTime.parse(after).toInstant()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10m",
        "every 0m",
        "every 1s",
        "every minute",
        "0 2 * *",
        "0 0 2 * * *",
        "0 2 * * ?",
        "0 2 31 2 *",
        "0 24 * * *",
        "60 2 * * *",
        "0 2 L * *",
        "0 2 * * 1#2",
        "@daily"
      })
  void whatIsNoSchedule(String text) {
    assertEquals(Optional.empty(), Schedule.find(text));
  }

  @Test
  void isShownAsItIsUnderstood() {
    assertEquals("every 2h", Schedule.find("every 120 m").orElseThrow().text());
    assertEquals("every 90s", Schedule.find("every 90s").orElseThrow().text());
    assertEquals("0 2 * * *", Schedule.find(" 0 2 * * * ").orElseThrow().text());
    assertEquals(
        Instant.parse("1999-12-31T18:00:00Z"),
        Schedule.find("0 2 * * *").orElseThrow().next(Instant.parse("1999-12-31T17:59:00Z")));
  }
}
