package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.command.CommandLines;

/** A form dropped into a home counts from the next command on; nothing is built. */
final class OverlayFormTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("xinglin.root", ".."), "docs/how-to/example");

  @TempDir Path folder;

  @Test
  void aFormDroppedIntoAHomeIsUsedByTheNextCommand() throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    send(home, "before.csv");
    Examples.night(home);
    assertEquals(List.of("unrecognised"), verdicts(home));
    assertTrue(
        run("check", EXAMPLE.resolve("publicity-summary.csv").toString(), home)
            .contains("NO_KNOWN_FORM"));

    Path forms = home.resolve("config/forms");
    Files.createDirectories(forms);
    Files.copy(
        EXAMPLE.resolve("config/forms/publicity-summary.yaml"),
        forms.resolve("publicity-summary.yaml"));

    assertTrue(
        run("check", EXAMPLE.resolve("publicity-summary.csv").toString(), home)
            .contains("\"form\" : \"publicity-summary\""));
    assertTrue(
        run("form", "list", home).contains("\"file\" : \"config/forms/publicity-summary.yaml\""));
    send(home, "after.csv");
    Examples.night(home);
    assertEquals(List.of("accepted_with_warnings", "unrecognised"), verdicts(home));
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

  /** What was sent before the form was known stays what it was. */
  private static List<String> verdicts(Path home) throws IOException {
    return Published.query(home, "select distinct verdict from submission order by 1");
  }

  private static void send(Path home, String name) throws IOException {
    Files.copy(EXAMPLE.resolve("publicity-summary.csv"), home.resolve("inbox").resolve(name));
  }

  private static String run(String command, String word, Path home) {
    StringWriter out = new StringWriter();
    CommandLines.run(
        new String[] {command, word, "--json", "--home", home.toString()},
        new PrintWriter(out),
        new PrintWriter(out));
    return out.toString();
  }
}
