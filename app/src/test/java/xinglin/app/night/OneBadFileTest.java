package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.load.DocumentReader;

/** A file that makes a reader fail, or never end, harms only itself. */
final class OneBadFileTest {
  @TempDir Path folder;

  @Test
  void aReaderThatFailsOrHangsOnOneFileReadsTheOthers() throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    Files.writeString(home.resolve("config/xinglin.yml"), "limits:\n  seconds: 2\n");
    Examples.deliver(home, file -> file.startsWith("zhongwei"));
    Workplace place = Examples.place(home);
    DocumentReader reader = place.reader();
    DocumentReader moody =
        (document, envelope) -> {
          switch (envelope.arrival().fileName()) {
            case "t1-shapotou.xls" -> throw new IllegalStateException("a mistake of ours");
            case "t1-haiyuan.docx" -> throw new StackOverflowError();
            case "t2-haiyuan.xlsx" -> hang();
            default -> {}
          }
          return reader.read(document, envelope);
        };
    new Night(place, moody, Progress.SILENT).run(Night.Steps.ALL);
    assertEquals(
        List.of("accepted,3", "unrecognised,2", "unsafe,1"),
        Published.query(home, "select verdict, count(*) from submission group by all order by 1"));
    assertEquals(
        List.of("INTERNAL_ERROR,2", "OVER_LIMIT,1"),
        Published.query(
            home,
            "select code, count(*) from finding where severity = 'error' group by all order by 1"));
  }

  private static void hang() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }
}
