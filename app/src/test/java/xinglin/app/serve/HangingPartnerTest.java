package xinglin.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.LastNights;
import xinglin.app.assembly.Workplace;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeLock;

/** A partner whose server takes the connection and says nothing holds up neither night nor stop. */
final class HangingPartnerTest {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  @TempDir Path folder;

  /** Ten seconds before a minute is full, by its own clock. */
  private static Clock nearlyFull() {
    Instant now = Instant.now();
    Instant wanted = Instant.parse("2024-08-14T18:00:50Z");
    return Clock.offset(Clock.system(Clocks.ZONE), Duration.between(now, wanted));
  }

  private Home home(int port) throws IOException {
    Home home = Home.create(folder.resolve("home"));
    Files.writeString(
        home.settings(),
        "serve: {port: 0, nightly: \"* * * * *\", collect: every 1h, stop_seconds: 1}\n");
    Path secret = home.config().resolve("secret");
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, "a secret\n");
    Files.writeString(
        home.partners().resolve("320303.yaml"),
        "name: Yunlong\nchannels:\n  sftp: {host: 127.0.0.1, port: "
            + port
            + ", user: county, password: file:secret}\n");
    Files.copy(
        Path.of(System.getProperty("xinglin.root", ".."))
            .resolve("examples/inbox/jiangsu-2024/a-gulou-clean.xlsx"),
        home.inbox().resolve("a.xlsx"));
    return home;
  }

  @Test
  void theNightIsDoneWithoutIt() throws IOException, InterruptedException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Home home = home(silent.getLocalPort());
      Workplace place = Workplace.open(home.root(), nearlyFull());
      Serve serve =
          Serve.start(
              place, new NightDuty.Patience(Duration.ofMillis(500), Duration.ofMillis(500)));
      long end = System.nanoTime() + LONGEST.toNanos();
      while (LastNights.of(place.ledger()).lastPublished().isEmpty()) {
        assertTrue(System.nanoTime() < end, "no night within " + LONGEST);
        Thread.sleep(100);
      }
      assertEquals(1L, place.ledger().countOutcomes().get("loaded"));
      HttpResponse<String> health =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(serve.address() + "/health")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(200, health.statusCode(), health.body());
      Instant before = Instant.now();
      serve.stop();
      assertTrue(ChronoUnit.SECONDS.between(before, Instant.now()) < 60);
      assertEquals(Optional.empty(), HomeLock.server(home));
    }
  }
}
