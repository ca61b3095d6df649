package xinglin.app.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.drift.DriftFinder;
import xinglin.schemas.drift.DriftResult;
import xinglin.schemas.engine.Definitions;

/** Files as they were sent for an edition do not differ from it, however untidy they are. */
final class SentFilesTest {
  private static final Path INBOX =
      Path.of(System.getProperty("xinglin.root", ".."), "examples/inbox");

  @Test
  void noSentFormDiffersFromItsEdition() throws IOException {
    DriftFinder finder = new DriftFinder(Definitions.load(Optional.empty()));
    TreeMap<String, String> different = new TreeMap<>();
    int compared = 0;
    for (Path file : sent()) {
      if (FileOpener.open(file, Limits.standard()) instanceof OpenedDocument opened) {
        DriftResult result = finder.find(opened.document(), Optional.empty());
        compared += result.outcome() == DriftResult.Outcome.COMPARED ? 1 : 0;
        result
            .drift()
            .filter(drift -> !drift.changes().isEmpty())
            .ifPresent(
                drift ->
                    different.put(
                        INBOX.relativize(file).toString(),
                        drift.changes().stream()
                            .map(change -> change.kind() + " " + change.old() + "→" + change.now())
                            .toList()
                            .toString()));
      }
    }
    assertEquals(new TreeMap<>(), different);
    assertEquals(27, compared);
  }

  private static List<Path> sent() throws IOException {
    try (Stream<Path> files = Files.walk(INBOX)) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches(".*\\.(xlsx|xls|docx|csv|ods)")
                      && INBOX
                          .relativize(file)
                          .toString()
                          .matches("(jiangsu|zhongwei|xianju|qingpu|heshui)-.*"))
          .sorted()
          .toList();
    }
  }
}
