package xinglin.app.night.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import xinglin.app.night.Examples;
import xinglin.app.night.Mails;
import xinglin.app.night.exchange.KitHome;
import xinglin.app.night.exchange.PenaltyCsv;

/** A home that gets everything that there is to get. */
final class Everything {
  private static final Path BAD =
      Path.of(System.getProperty("xinglin.root", ".."), "jobs/src/test/resources/bad");

  /** Numbers in columns that are not meant for any. */
  static final List<String> STRAY =
      List.of("12000001234", "990001198001019018", "990001198802039013");

  private Everything() {}

  /** People who are, or may be, one. */
  private static void alike(Path home) throws IOException {
    PenaltyCsv.deliver(
        home,
        "310000",
        PenaltyCsv.row(
                "上官若馨",
                "990001190003059***",
                "嘉卫医罚〔2024〕901号",
                "嘉定区梅园路12号",
                "2024-01-10",
                PenaltyCsv.SHANGHAI)
            + PenaltyCsv.row(
                "诸葛若水", "", "嘉卫医罚〔2024〕902号", "嘉定区梅园路243号", "2024-01-11", PenaltyCsv.SHANGHAI)
            + PenaltyCsv.row(
                "诸葛若水", "", "嘉卫医罚〔2024〕903号", "嘉定区梅园路8号", "2024-05-11", PenaltyCsv.SHANGHAI));
    // Numbers in the wrong columns: they are quoted, but not whole.
    String stray =
        PenaltyCsv.row(
            "司徒若溪", "", "电话12000001234", "嘉定区塔城路5号", "990001198001019018", PenaltyCsv.SHANGHAI);
    PenaltyCsv.deliver(home, "340000", stray.replace(",5,,", ",罚款给990001198802039013本人,,"));
    PenaltyCsv.deliver(
        home,
        "330000",
        PenaltyCsv.row(
            "上官若馨",
            "990001190003059012",
            "拱卫医罚〔2024〕901号",
            "拱墅区湖墅路9号",
            "2024-06-01",
            PenaltyCsv.ZHEJIANG));
  }

  static Path home(Path folder) throws IOException {
    KitHome.of(folder);
    Path home = Examples.home(folder);
    Examples.deliver(home, file -> true);
    Mails.deliver(home, name -> true);
    for (String file :
        List.of("07-rows-1.bin", "23-altered-1.bin", "26-stranger-1.bin", "49-amounts-1.bin")) {
      KitHome.deliver(home, file, file + ".zip.gpg", "310000", "2024-07-15T18:00:00+08:00");
    }
    try (Stream<Path> files = Files.list(BAD)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, home.resolve("inbox").resolve(file.getFileName()));
      }
    }
    alike(home);
    return home;
  }
}
