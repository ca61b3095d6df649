package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A night killed at any step and started again ends in the same tables as a night without the kill.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KilledNightTest {
  private Path folder = Path.of("");
  private Map<String, List<String>> expected = Map.of();

  @BeforeAll
  void undisturbed(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Path home = Examples.home(folder.resolve("undisturbed"));
    deliver(home);
    Examples.night(home);
    expected = Published.rows(home);
  }

  /** Each run is killed at the next step; the last one comes to its end. */
  @ParameterizedTest
  @CsvSource({
    "collect 0 readForms 5 commit 0 settle 0",
    "claimDeliveries 0 decide 0 answer 3 publish 0"
  })
  void killedAtOneStepAfterAnother(String kills) throws IOException, InterruptedException {
    Path home = Examples.home(folder.resolve("killed-" + kills.replace(' ', '-')));
    deliver(home);
    List<String> words = List.of(kills.split(" "));
    for (int at = 0; at < words.size(); at += 2) {
      assertEquals(137, runUntil(home, words.get(at), Integer.parseInt(words.get(at + 1))), kills);
    }
    Examples.night(home);
    assertEquals(expected, Published.rows(home));
  }

  /** Files, penalty records, a message with two of them, a message in a message, an archive. */
  private static void deliver(Path home) throws IOException {
    Examples.deliver(
        home, file -> file.startsWith("jiangsu") || file.matches("delta-2024/(js-202407|ah).*"));
    Mails.deliver(home, name -> name.matches("0[56].*\\.eml|.*\\.zip"));
  }

  private static int runUntil(Path home, String step, int reports)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dxinglin.root=" + System.getProperty("xinglin.root", ".."),
                HaltingNight.class.getName(),
                home.toString(),
                step,
                String.valueOf(reports))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.exitValue();
  }
}
