package xinglin.app.night.killed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.night.Examples;
import xinglin.app.night.Mails;
import xinglin.app.night.Published;

/**
 * A night killed at any step and started again ends in the same tables as a night without the kill.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KilledNightTest {
  /** Steps with how often each may report before. */
  private static final List<String> KILLS =
      List.of(
          "collect 0",
          "claimDeliveries 0",
          "readForms 5",
          "decide 0",
          "commit 0",
          "answer 3",
          "settle 0",
          "publish 0");

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

  /** Each run is killed at a later step than the one before; the last one comes to its end. */
  @Test
  void killedAtOneStepAfterAnother() throws IOException, InterruptedException {
    Path home = Examples.home(folder.resolve("killed"));
    deliver(home);
    for (String kill : KILLS) {
      String[] words = kill.split(" ");
      assertEquals(137, Killed.at(HaltingNight.class, home.toString(), words[0], words[1]), kill);
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
}
