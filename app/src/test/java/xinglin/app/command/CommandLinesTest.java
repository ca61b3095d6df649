package xinglin.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeLock;

final class CommandLinesTest {
  @TempDir Path folder;

  /** What a command printed and how it ended. */
  private record Said(int code, String out, String err) {}

  private static Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = CommandLines.run(words, new PrintWriter(out), new PrintWriter(err));
    return new Said(code, out.toString(), err.toString());
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertEquals(
        new TreeSet<>(new Texts(Texts.Language.ZH).bundle().keySet()),
        new TreeSet<>(new Texts(Texts.Language.EN).bundle().keySet()));
  }

  @Test
  void withoutACommandItNamesAll() {
    Said said = run();
    assertEquals(2, said.code());
    assertTrue(said.err().contains("nightly") && said.err().contains("rebuild"), said.err());
  }

  @Test
  void whatIsWrongWithACommandLineIsSaidInOneSentence() {
    Map<List<String>, String> said =
        Map.of(
            List.of("nigthly"), "没有这个命令：nigthly。是不是：nightly？",
            List.of("sql"), "还要写：QUERY。",
            List.of("sql", "--home"), "--home 后面还要写 DIR。",
            List.of("sql", "--hom", "x", "select 1"), "没有这个选项：--hom。是不是：--home？",
            List.of("sql", "select 1", "select 2"), "多写了：select 2。",
            List.of("sql", "--format", "xls", "select 1"),
                "--format 的值“xls”不对，要写：table | csv | json。",
            List.of("sql", "--as-of", "2024-13-01", "select 1"),
                "--as-of 的值“2024-13-01”不对，要写：日期，如 2024-08-01。",
            List.of("trace", "--limit", "five", "x"), "--limit 的值“five”不对，要写：数字。",
            List.of("sql", "--lang", "fr", "select 1"), "--lang 的值“fr”不对，要写：zh | en。",
            List.of("sql", "--home", "a", "--home", "b", "select 1"), "--home 只能写一次。");
    said.forEach(
        (words, sentence) -> {
          Said mistake = run(words.toArray(String[]::new));
          assertEquals(2, mistake.code());
          assertEquals(sentence, mistake.err().lines().findFirst().orElseThrow());
          assertTrue(
              mistake.err().lines().skip(1).allMatch(line -> line.startsWith("用法：./xinglin")));
        });
  }

  @Test
  void aHomeThatIsNotThereIsWrongUsage() {
    Said said = run("status", "--home", home(), "--lang", "en");
    assertEquals(2, said.code());
    assertTrue(said.err().startsWith("There is no home here: Cannot find a home in "), said.err());
  }

  @Test
  void mistakesInSettingsAreListedWithFileAndLine() throws IOException {
    Files.createDirectories(folder.resolve("home/config"));
    Files.writeString(
        folder.resolve("home/config/xinglin.yml"),
        "threads: 0\nlimits:\n  bytes: much\nkepp_runs: 3\n");
    assertEquals(
        new Said(
            2,
            "",
            """
            Definitions or settings have 3 mistakes; correct them and run again:
              config/xinglin.yml:1: "threads" must be at least 1
              config/xinglin.yml:3: "bytes" must be a number, or one with KiB, MiB or GiB, not "much"
              config/xinglin.yml:4: unknown key "kepp_runs", did you mean "keep_runs"?
            """),
        run("nightly", "--home", home(), "--lang", "en"));
  }

  @Test
  void aHomeThatIsHeldIsLeftAlone() {
    Home home = Home.create(folder.resolve("home"));
    try (HomeLock lock = HomeLock.tryTake(home).orElseThrow()) {
      Said said = run("collect", "--home", home());
      assertEquals(4, said.code());
      assertEquals("主目录 " + home.root() + " 正被另一次运行占用，请等它结束。\n", said.err());
    }
  }

  @Test
  void checkTellsErrorsByItsExitCode() {
    String examples =
        Path.of(System.getProperty("xinglin.root", ".."), "examples/inbox").toString();
    assertEquals(0, run("check", examples + "/jiangsu-2024/a-gulou-clean.xlsx").code());
    Said wrong = run("check", examples + "/jiangsu-2024/d-quanshan-total-mismatch.xlsx", "--json");
    assertEquals(1, wrong.code());
    assertTrue(wrong.out().contains("\"code\" : \"TOTAL_MISMATCH\""), wrong.out());
    assertEquals(2, run("check", "nowhere.xlsx").code());
  }

  @Test
  void annotateWritesAMarkedCopy() {
    String examples =
        Path.of(System.getProperty("xinglin.root", ".."), "examples/inbox").toString();
    Path marked = folder.resolve("marked");
    run(
        "check",
        examples + "/jiangsu-2024/d-quanshan-total-mismatch.xlsx",
        "--annotate",
        marked.toString());
    assertTrue(Files.exists(marked.resolve("d-quanshan-total-mismatch-marked.xlsx")));
  }
}
