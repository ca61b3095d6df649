package xinglin.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code form test} in a home whose author puts a real file beside the definition. */
final class FormTestCommandTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("xinglin.root", ".."), "docs/how-to/example");

  @TempDir Path home;

  private record Said(int code, String out, String err) {}

  private Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = CommandLines.run(words, new PrintWriter(out), new PrintWriter(err));
    return new Said(code, out.toString(), err.toString());
  }

  private Said test(String... more) {
    String[] words = new String[more.length + 6];
    System.arraycopy(
        new String[] {"form", "test", "--home", home.toString(), "--lang", "en"}, 0, words, 0, 6);
    System.arraycopy(more, 0, words, 6, more.length);
    return run(words);
  }

  private Path examples() {
    return home.resolve("config/forms/publicity-summary.examples");
  }

  @BeforeEach
  void home() throws IOException {
    Files.createDirectories(examples());
    Files.copy(
        EXAMPLE.resolve("config/forms/publicity-summary.yaml"),
        home.resolve("config/forms/publicity-summary.yaml"));
  }

  private void file() throws IOException {
    Files.copy(EXAMPLE.resolve("publicity-summary.csv"), examples().resolve("xuzhou.csv"));
  }

  @Test
  void aFormWithoutExampleGetsAHint() {
    assertEquals(
        new Said(
            0,
            """
            publicity-summary  2024  config/forms/publicity-summary.yaml
              · no example: write config/forms/publicity-summary.example.txt, or put a real file into config/forms/publicity-summary.examples/
            passed 0, failed 0, nothing expected 0, newly written 0
            """,
            ""),
        test());
  }

  @Test
  void whatIsReadBecomesWhatIsExpectedOnceItIsAccepted() throws IOException {
    file();
    assertEquals(
        """
        publicity-summary  2024  config/forms/publicity-summary.yaml
          · config/forms/publicity-summary.examples/xuzhou.csv: read (16 things), but nothing is expected yet; --accept writes it down for you to review
        passed 0, failed 0, nothing expected 1, newly written 0
        """,
        test().out());
    assertEquals(0, test("--accept").code());
    assertEquals(
        """
        \uFEFFcell,what,division,category,period,value
        ,reporter,,,,320300 徐州市
        ,period,,,,2024-04-01..2024-07-31
        B4,publicity_sessions,320302,,,12
        C4,publicity_materials,320302,,,3500
        D4,media_reports,320302,,,4
        B5,publicity_sessions,320303,,,9
        C5,publicity_materials,320303,,,2800
        D5,media_reports,320303,,,3
        B6,publicity_sessions,320305,,,7
        C6,publicity_materials,320305,,,1500 (about)
        D6,media_reports,320305,,,(blank)
        B7,publicity_sessions (total),,,,28
        C7,publicity_materials (total),,,,7800
        D7,media_reports (total),,,,7
        C6,finding APPROXIMATE,,,,warning
        D6,finding BLANK_CELLS,,,,warning
        """,
        Files.readString(examples().resolve("xuzhou.csv.expected.csv")));
    assertEquals(
        """
        publicity-summary  2024  config/forms/publicity-summary.yaml
          ✓ config/forms/publicity-summary.examples/xuzhou.csv: as expected (16 things)
        passed 1, failed 0, nothing expected 0, newly written 0
        """,
        test("publicity-summary").out());
  }

  @Test
  void whatDiffersIsToldFigureByFigureWithFileAndLine() throws IOException {
    file();
    test("--accept");
    Path expected = examples().resolve("xuzhou.csv.expected.csv");
    Files.writeString(
        expected,
        Files.readString(expected)
            .replace("C4,publicity_materials,320302,,,3500", "C4,publicity_materials,320302,,,3600")
            .replace("D4,media_reports,320302,,,4\n", "")
            .replace("D6,media_reports,320305,,,(blank)", "D7,media_reports,320305,,,1"));
    assertEquals(
        new Said(
            1,
            """
            publicity-summary  2024  config/forms/publicity-summary.yaml
              ✗ config/forms/publicity-summary.examples/xuzhou.csv: not as expected
                  config/forms/publicity-summary.examples/xuzhou.csv.expected.csv:5: C4 publicity_materials: expected 3600, read 3500
                  config/forms/publicity-summary.examples/xuzhou.csv.expected.csv:11: D7 media_reports: expected 1 320305, not read
                  config/forms/publicity-summary.examples/xuzhou.csv.expected.csv: D4 media_reports: read 4 320302, not expected
                  config/forms/publicity-summary.examples/xuzhou.csv.expected.csv: D6 media_reports: read (blank) 320305, not expected
            passed 0, failed 1, nothing expected 0, newly written 0
            """,
            ""),
        test());
    assertTrue(test("--json").out().contains("\"expected\" : \"3600\""), test("--json").out());
  }

  @Test
  void aFileOfAnotherFormIsNamed() throws IOException {
    Files.copy(
        EXAMPLE.resolve("../../../examples/inbox/jiangsu-2024/a-gulou-clean.xlsx"),
        examples().resolve("wrong.xlsx"));
    assertEquals(
        new Said(
            1,
            """
            publicity-summary  2024  config/forms/publicity-summary.yaml
              ✗ config/forms/publicity-summary.examples/wrong.xlsx: not as expected
                  it was recognised as jiangsu-campaign-summary/2024
            passed 0, failed 1, nothing expected 0, newly written 0
            """,
            ""),
        test());
  }

  @Test
  void anUnknownIdIsWrongUsage() {
    assertEquals(
        new Said(
            2, "", "There is no form \"publicity-sumary\", did you mean \"publicity-summary\"?\n"),
        test("publicity-sumary"));
  }

  @Test
  void wrongDefinitionsAreToldBeforeAnythingIsRead() throws IOException {
    Path form = home.resolve("config/forms/publicity-summary.yaml");
    Files.writeString(
        form,
        Files.readString(form)
            .replace("measure: publicity_sessions", "measure: publicity_session")
            .replace("signature:", "signatures:"));
    assertEquals(
        new Said(
            2,
            "",
            """
            定义或设置有 2 处错误，请改正后再运行：
              config/forms/publicity-summary.yaml:12: 没有“signatures”这个键，是否指“signature”？
              config/forms/publicity-summary.yaml:20: 没有“publicity_session”这个指标项，是否指“publicity_sessions”？
            """),
        run("form", "test", "--home", home.toString()));
  }
}
