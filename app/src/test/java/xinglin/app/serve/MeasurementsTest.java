package xinglin.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xinglin.app.assembly.LastNights;
import xinglin.app.assembly.NightResult;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.ledger.Run;

/** What can be scraped is what docs/how-to/serve.md lists and its alerts ask for. */
final class MeasurementsTest {
  private static final Path PAGES =
      Path.of(System.getProperty("xinglin.root", ".."), "docs/how-to");
  private static final Instant NOW = Instant.parse("2024-08-15T01:00:00Z");

  private static ChannelUse use(String channel, Optional<String> problem) {
    return new ChannelUse(
        channel,
        channel,
        NOW,
        problem.isPresent() ? Optional.empty() : Optional.of(NOW),
        problem,
        "[]");
  }

  private static String scrape(ChannelUse... uses) {
    try (Measurements measurements = new Measurements()) {
      measurements.collected("320303/sftp", true, Duration.ofMillis(250));
      measurements.dispatched(false, Duration.ofMillis(50));
      measurements.night(
          Optional.of(new NightResult("r", Map.of(), Map.of("collect", 1.5), Optional.empty())),
          Duration.ofSeconds(3));
      Run run =
          new Run(
              "r",
              NOW.minusSeconds(60),
              Optional.of(NOW),
              "done",
              Optional.of("x"),
              Optional.empty());
      return measurements.scrape(
          new Books(
              Map.of("loaded", 7L, "quarantined", 1L),
              0,
              Map.of("waiting", 2L),
              List.of(uses),
              new LastNights(List.of(run))),
          Optional.of(NOW.plusSeconds(3600)),
          0,
          9_000_000_000L);
    }
  }

  @Test
  void values() {
    List<String> lines =
        scrape(
                use("320303/sftp", Optional.empty()),
                use("office/imap", Optional.of("LOGIN_REFUSED")))
            .lines()
            .toList();
    for (String line :
        List.of(
            "xinglin_night_last_success_timestamp_seconds 1.7236836E9",
            "xinglin_night_next_timestamp_seconds 1.7236872E9",
            "xinglin_night_seconds_count{result=\"done\"} 1",
            "xinglin_night_seconds_count{result=\"failed\"} 0",
            "xinglin_night_step_seconds{step=\"collect\"} 1.5",
            "xinglin_deliveries{outcome=\"loaded\"} 7.0",
            "xinglin_deliveries{outcome=\"unsafe\"} 0.0",
            "xinglin_answers{state=\"waiting\"} 2.0",
            "xinglin_answers{state=\"stuck\"} 0.0",
            "xinglin_channel_up{channel=\"320303/sftp\"} 1.0",
            "xinglin_channel_up{channel=\"office/imap\"} 0.0",
            "xinglin_channel_last_success_timestamp_seconds{channel=\"320303/sftp\"} 1.7236836E9",
            "xinglin_collect_seconds_count{channel=\"320303/sftp\",result=\"done\"} 1",
            "xinglin_disk_free_bytes 9.0E9")) {
      assertTrue(lines.contains(line), line);
    }
  }

  @Test
  void whatTheGuideListsIsWhatThereIs() throws IOException {
    String text = scrape(use("320303/sftp", Optional.empty()));
    Set<String> offered =
        names(text, "(?m)^# TYPE (xinglin_[a-z_]+) ").stream()
            .map(name -> name.replaceFirst("_max$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        offered,
        names(Files.readString(PAGES.resolve("serve.md")), "(?m)^\\| `(xinglin_[a-z_]+)`"));
    assertTrue(
        offered.containsAll(
            names(
                Files.readString(PAGES.resolve("example/prometheus/alerts.yml")),
                "(xinglin_[a-z_]+)")));
  }

  private static Set<String> names(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
