package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.Main;

/** {@code serve} as a process of its own, started as the launcher starts it. */
final class ServedNightTest {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  @TempDir Path folder;

  /** A process that serves a home; its clock begins at a time and goes on. */
  private record Served(Process process, Path log) implements AutoCloseable {
    String log(String pattern) {
      try {
        return Files.readString(log).replaceAll("(?s).*" + pattern + ".*", "$1");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String address() throws InterruptedException {
      await(() -> log("(http://127.0.0.1:[0-9]+)/health").startsWith("http"));
      return log("(http://127.0.0.1:[0-9]+)/health");
    }

    HttpResponse<String> get(String page) throws IOException, InterruptedException {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(address() + page)).build(),
              HttpResponse.BodyHandlers.ofString());
    }

    /** Whether one of the metrics is like this. */
    boolean metric(String line) {
      try {
        return get("/metrics").body().lines().anyMatch(known -> known.matches(line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    int end() throws InterruptedException {
      process.destroy();
      assertTrue(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS));
      return process.exitValue();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within " + LONGEST);
      Thread.sleep(20);
    }
  }

  private Process command(Path log, String now, String... words) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.config.file="
                    + Path.of(System.getProperty("xinglin.root", "..")).toAbsolutePath()
                    + "/app/src/main/serve-logging.properties",
                "-Dxinglin.root=" + System.getProperty("xinglin.root", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    line.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("XINGLIN_NOW", now);
    return builder.start();
  }

  private Served serve(Path home, String name, String now) throws IOException {
    Path log = folder.resolve(name + ".log");
    return new Served(command(log, now, "serve", "--lang", "en", "--home", home.toString()), log);
  }

  private static void settings(Path home, String text) throws IOException {
    Files.writeString(home.resolve("config/xinglin.yml"), text);
  }

  @Test
  void aDayOfIt() throws IOException, InterruptedException {
    Path home = Examples.home(folder.resolve("home"));
    settings(home, "serve: {port: 0, nightly: \"* * * * *\", collect: every 5s}\n");
    try (Served served = serve(home, "day", "2024-08-15T01:59:40+08:00")) {
      assertEquals(200, served.get("/health").statusCode());
      assertTrue(served.get("/health").body().contains("\"next_at\":\"2024-08-15T0"));
      assertEquals(404, served.get("/").statusCode());
      assertTrue(served.metric("xinglin_night_last_success_timestamp_seconds 0.0"));

      Examples.deliver(home, "jiangsu-2024/a-gulou-clean.xlsx");
      await(() -> served.metric("xinglin_deliveries\\{outcome=\"loaded\"} 1.0"));
      await(() -> served.metric("xinglin_night_seconds_count\\{result=\"done\"} [1-9]"));
      assertEquals(
          List.of("320302,accepted"),
          Published.query(home, "select reporter_code, verdict from submission"));
      assertFalse(served.metric("xinglin_night_last_success_timestamp_seconds 0.0"));

      Path second = folder.resolve("second.log");
      Process other =
          command(second, Examples.NOW, "serve", "--lang", "en", "--home", home.toString());
      assertTrue(other.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS));
      assertEquals(4, other.exitValue());
      assertEquals(
          "Home "
              + home.toRealPath()
              + " is served by process "
              + served.process().pid()
              + " already "
              + served.address()
              + "; one is enough.\n",
          Files.readString(second));

      settings(home, "serve: {port: 0, nightly: tomorrow}\n");
      await(() -> served.metric("xinglin_config_mistakes 1.0"));
      assertEquals(503, served.get("/health").statusCode());
      settings(home, "serve: {port: 0, nightly: \"0 3 * * *\"}\n");
      await(() -> served.metric("xinglin_config_mistakes 0.0"));
      assertTrue(served.get("/health").body().contains("\"next_at\":\"2024-08-15T03:00+08:00\""));

      assertEquals(0, served.end());
      String log = Files.readString(served.log());
      assertTrue(log.contains("event=night.done run=20240815-0200"), log);
      assertTrue(
          log.endsWith("Stopped; nothing was under way or everything came to its end.\n"), log);
      assertFalse(log.contains("gulou") || log.contains("example.cn"), log);
    }
  }

  @Test
  void killedInTheNightAndStartedAgain() throws IOException, InterruptedException {
    Path undisturbed = Examples.home(folder.resolve("undisturbed"));
    Examples.deliver(undisturbed, file -> file.startsWith("jiangsu"));
    Examples.night(undisturbed);

    Path home = Examples.home(folder.resolve("killed"));
    settings(home, "serve: {port: 0, nightly: \"* * * * *\", collect: every 1h}\n");
    Examples.deliver(home, file -> file.startsWith("jiangsu"));
    try (Served served = serve(home, "killed", "2024-08-15T01:59:50+08:00")) {
      await(() -> served.log("(event=night.started)").equals("event=night.started"));
      await(() -> Files.exists(home.resolve("warehouse/pending")) && pending(home));
      served.close();
      assertTrue(served.process().waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS));
    }
    try (Served served = serve(home, "again", "2024-08-15T09:00:00+08:00")) {
      await(() -> served.metric("xinglin_night_seconds_count\\{result=\"done\"} 1"));
      assertEquals(0, served.end());
    }
    assertEquals(Published.current(undisturbed), Published.current(home));
  }

  /** Files are being written that belong to no table yet. */
  private static boolean pending(Path home) {
    try (var files = Files.list(home.resolve("warehouse/pending"))) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
