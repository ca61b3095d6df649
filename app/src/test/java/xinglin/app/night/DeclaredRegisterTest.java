package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register that only the home declares is stored, judged and published like the built-in ones.
 */
final class DeclaredRegisterTest {
  private static final Path LAYOUT =
      Examples.folder().resolve("../docs/how-to/example/layouts/upload-26-columns/config");
  private static final String FORM = "forms/penalty-upload-legal";

  @TempDir Path folder;

  @Test
  void aTableOfTheHomeIsPublishedWithItsHistory() throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    define(home, FORM + ".yaml");
    define(home, "tables/penalty_upload.yaml");
    send(home, "codes-only.xlsx");
    send(home, "names-and-codes.xlsx");
    Examples.night(home);

    assertEquals(
        List.of(
            "penalty-upload-legal,320302,rejected",
            "penalty-upload-legal,320303,accepted_with_warnings"),
        Published.query(
            home, "select form_id, reporter_code, verdict from submission order by reporter_code"));
    assertEquals(
        List.of("徐云卫医罚〔2024〕7号,60000.0000,2000.0000,2024-05-06,A3"),
        Published.query(
            home,
            "select document_number, fine_yuan, confiscated_yuan, decided_on, cell from penalty_upload"));
    assertEquals(
        List.of("4"), Published.query(home, "select count(*) from history.penalty_upload"));
    assertEquals(
        List.of(),
        Published.query(
            home,
            "select column_name from information_schema.columns where table_name ="
                + " 'penalty_upload' and column_name in ('representative', 'facts', 'content')"));
  }

  private static void define(Path home, String file) throws IOException {
    Path target = home.resolve("config").resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(LAYOUT.resolve(file), target);
  }

  private static void send(Path home, String file) throws IOException {
    Files.copy(
        LAYOUT.resolve(FORM + ".examples").resolve(file), home.resolve("inbox").resolve(file));
  }
}
