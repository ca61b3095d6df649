package xinglin.app.night.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;

/**
 * One night on everything that the samples have: forms, messages, penalty records, packages good
 * and bad, files made to do harm, parties to be matched. Then whatever the night left is searched
 * for the people in them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchForPeopleTest {
  private Path home = Path.of("");
  private final Needles needles = new Needles();
  private final Logged logged = new Logged();

  @BeforeAll
  void night(@TempDir Path folder) throws IOException {
    home = Everything.home(folder.resolve("home"));
    try (Logged open = logged.open()) {
      Examples.night(home);
    }
    new WentIn().expected().sealed(home).values().forEach(needles::add);
    Everything.STRAY.forEach(needles::add);
  }

  @Test
  void theSearchFindsThemInWhatWasSent() throws Exception {
    Haystack raw = new Haystack(needles).folder(home.resolve("raw"), name -> true);
    Set<String> unseen = new TreeSet<>(needles.values());
    unseen.removeAll(raw.found());
    assertTrue(needles.values().size() > 800, "values " + needles.values().size());
    assertEquals(Set.of(), unseen, "of " + needles.values().size());
  }

  @Test
  void allOfItTookPart() throws IOException {
    assertEquals(
        List.of("joined,1", "proposed,1"),
        Published.query(
            home,
            "select standing, count(*) from match_decision group by standing order by standing"));
    assertEquals(
        List.of("published,1", "refused,3"),
        Published.query(
            home,
            "select state, count(*) from package where coalesce(sender, '310000') = '310000' group by state order by state"));
    assertEquals(
        List.of(
                "accepted_with_warnings",
                "accepted",
                "duplicate",
                "rejected",
                "unrecognised",
                "unsafe")
            .stream()
            .sorted()
            .toList(),
        Published.query(home, "select distinct verdict from history.submission order by verdict"));
  }

  @Test
  void nobodyIsInWhatIsPublished() throws Exception {
    Needles all = new Needles();
    needles.values().forEach(all::add);
    WentIn.deliveries(home).forEach(all::add);
    assertEquals(
        List.of(), new Haystack(all).folder(home.resolve("published"), name -> true).hits());
  }

  @Test
  void nobodyIsInTheLog() {
    assertTrue(logged.text().contains("restricted read of penalty_source"), "something is logged");
    assertEquals(List.of(), new Haystack(needles).text("log", logged.text()).hits());
  }

  @Test
  void nobodyIsInStateOrTables() throws Exception {
    Haystack search = new Haystack(needles);
    search.folder(home, name -> name.matches("home/state\\.db.*"));
    // The restricted columns, too: they are encrypted.
    search.folder(home.resolve("warehouse"), name -> true);
    assertEquals(List.of(), search.hits());
  }

  @Test
  void nobodyIsInAnswersButInTheCopyToTheSender() throws Exception {
    Path outbox = home.resolve("outbox");
    assertEquals(
        List.of(),
        new Haystack(needles).folder(outbox, name -> !name.matches(".*-marked\\.[a-z]+")).hits());
    try (Stream<Path> files = Files.walk(outbox)) {
      assertTrue(files.anyMatch(file -> file.toString().endsWith(".zip")), "answers to packages");
    }
  }

  @Test
  void nothingElseLiesAboutInTheHome() throws Exception {
    List<String> aside = List.of("raw", "outbox", "published", "warehouse", "config", "state.db");
    assertEquals(
        List.of(),
        new Haystack(needles)
            .folder(home, name -> aside.stream().noneMatch(one -> name.startsWith("home/" + one)))
            .hits());
  }
}
