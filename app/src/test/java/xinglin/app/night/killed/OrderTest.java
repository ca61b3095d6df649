package xinglin.app.night.killed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.night.Examples;
import xinglin.app.night.Mails;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;

/** Whatever the order in which files are delivered and loaded, what is current is the same. */
final class OrderTest {
  @TempDir Path folder;

  @Test
  void otherOrdersInSeveralNightsGiveTheSameCurrentRows() throws IOException {
    List<String> files = new ArrayList<>();
    Examples.expected().forEach(one -> files.add(one.file()));
    Mails.all().forEach(mail -> files.add(mail.getFileName().toString()));
    Path straight = Examples.home(folder.resolve("straight"));
    for (String file : files) {
      deliver(straight, file);
    }
    Examples.night(straight);
    Map<String, List<String>> expected = Published.current(straight);

    List<String> backwards = new ArrayList<>(files);
    Collections.reverse(backwards);
    assertEquals(expected, loaded("backwards", backwards, 2));
    List<String> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(1));
    assertEquals(expected, loaded("shuffled", shuffled, 1));
  }

  private static void deliver(Path home, String file) throws IOException {
    if (file.contains("/")) {
      Examples.deliver(home, file);
    } else {
      Mails.deliver(home, file::equals);
    }
  }

  private Map<String, List<String>> loaded(String name, List<String> files, int nights)
      throws IOException {
    Path home = Examples.home(folder.resolve(name));
    int size = (files.size() + nights - 1) / nights;
    for (int from = 0; from < files.size(); from += size) {
      for (String file : files.subList(from, Math.min(files.size(), from + size))) {
        deliver(home, file);
      }
      Examples.load(home);
    }
    new Night(Examples.place(home), Progress.SILENT).run(Night.Steps.PUBLISH);
    return Published.current(home);
  }
}
