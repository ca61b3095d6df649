package xinglin.app.night.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;

/**
 * Forms and a register dropped into a home count from the next command on; nothing is built. One
 * night before, one after.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverlayFormTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("xinglin.root", ".."), "docs/how-to/example");
  private static final Path REGISTER = EXAMPLE.resolve("layouts/upload-26-columns/config");
  private static final String UPLOAD = "forms/penalty-upload-legal";
  private static final String SUMMARY = "publicity-summary";

  private Path home = Path.of("");
  private List<String> before = List.of();
  private String checkedBefore = "";

  @BeforeAll
  void twoNights(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    send(EXAMPLE.resolve(SUMMARY + ".csv"), "before.csv");
    Examples.night(home);
    before = summaries();
    checkedBefore = run("check", EXAMPLE.resolve(SUMMARY + ".csv").toString());

    define(EXAMPLE.resolve("config"), "forms/" + SUMMARY + ".yaml");
    define(REGISTER, UPLOAD + ".yaml");
    define(REGISTER, "tables/penalty_upload.yaml");
    send(EXAMPLE.resolve(SUMMARY + ".csv"), "after.csv");
    for (String file : List.of("codes-only.xlsx", "names-and-codes.xlsx")) {
      send(REGISTER.resolve(UPLOAD + ".examples").resolve(file), file);
    }
    Examples.night(home);
  }

  /** What was sent before the form was known stays what it was. */
  @Test
  void aFormIsUsedByTheNextCommand() throws IOException {
    assertEquals(List.of("unrecognised"), before);
    assertTrue(checkedBefore.contains("NO_KNOWN_FORM"));
    assertTrue(
        run("check", EXAMPLE.resolve(SUMMARY + ".csv").toString())
            .contains("\"form\" : \"publicity-summary\""));
    assertTrue(run("form", "list").contains("\"file\" : \"config/forms/publicity-summary.yaml\""));
    assertEquals(List.of("accepted_with_warnings", "unrecognised"), summaries());
    assertEquals(
        List.of("publicity-summary,2024,专项行动宣传情况统计表"),
        Published.query(
            home, "select form_id, edition, title from form where form_id = 'publicity-summary'"));
    assertEquals(
        List.of("publicity_materials,320305,1500.0000,approximate"),
        Published.query(
            home,
            "select measure_id, division_code, value, state from observation where form_id ="
                + " 'publicity-summary' and cell = 'C6'"));
  }

  /** It is stored, judged and published like the built-in ones. */
  @Test
  void aRegisterIsPublishedWithItsHistory() throws IOException {
    assertEquals(
        List.of(
            "penalty-upload-legal,320302,rejected",
            "penalty-upload-legal,320303,accepted_with_warnings"),
        Published.query(
            home,
            "select form_id, reporter_code, verdict from submission"
                + " where coalesce(form_id, '') not in ('', 'publicity-summary') order by reporter_code"));
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

  private List<String> summaries() throws IOException {
    return Published.query(
        home,
        "select distinct verdict from submission"
            + " where coalesce(form_id, '') <> 'penalty-upload-legal' order by 1");
  }

  private void define(Path config, String file) throws IOException {
    Path target = home.resolve("config").resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(config.resolve(file), target);
  }

  private void send(Path file, String name) throws IOException {
    Files.copy(file, home.resolve("inbox").resolve(name));
  }

  private String run(String command, String word) {
    StringWriter out = new StringWriter();
    CommandLines.run(
        new String[] {command, word, "--json", "--home", home.toString()},
        new PrintWriter(out),
        new PrintWriter(out));
    return out.toString();
  }
}
