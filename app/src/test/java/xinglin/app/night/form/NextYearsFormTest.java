package xinglin.app.night.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;

/**
 * The example of docs/how-to/next-years-form.md from the changed attachment to SQL over both years.
 */
final class NextYearsFormTest {
  private static final Path EXAMPLE =
      Examples.folder().resolveSibling("docs/how-to/example/next-year");
  private static final Path ATTACHMENT = EXAMPLE.resolve("attachment-1-2025.xlsx");
  private static final String NAME = "forms/jiangsu-campaign-summary-2025.yaml";
  @TempDir Path folder;

  /** What a command printed and how it ended. */
  private record Said(int code, String out, String err) {}

  private static Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = CommandLines.run(words, new PrintWriter(out), new PrintWriter(err));
    return new Said(code, out.toString(), err.toString());
  }

  @Test
  void whatIsNotDecidedDoesNotLoadAndSaysWhatToDecide() throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    Path out = folder.resolve("proposal");
    assertEquals(0, run("form", "drift", ATTACHMENT.toString(), "--out", out.toString()).code());
    Files.createDirectories(home.resolve("config/forms"));
    Files.copy(out.resolve(NAME), home.resolve("config").resolve(NAME));
    Said said = run("form", "list", "--home", home.toString());
    assertEquals(2, said.code());
    assertEquals(
        """
        定义或设置有 5 处错误，请改正后再运行：
          config/forms/jiangsu-campaign-summary-2025.yaml:5: 尚未确认：版本号取自标题中的年份。对：删去本行
          config/forms/jiangsu-campaign-summary-2025.yaml:9: 尚未确认：写新一年的文件和附件号；并核对下面由哪个专项行动收（campaigns）和报告期（period）
          config/forms/jiangsu-campaign-summary-2025.yaml:26: 尚未确认：新增行“近视防治”（A10）：执业类型代码表中的“近视防治”。对：删去本行
          config/forms/jiangsu-campaign-summary-2025.yaml:35: 尚未确认：“没收违法所得金额（万元）”改名为“没收违法所得数额（万元）”（E5），仍是同一项吗？（同义：数额＝金额，把握 0.96）是：删去本行；不是：改写下一行
          config/forms/jiangsu-campaign-summary-2025.yaml:43: 尚未确认：新栏目“移送公安机关（件）”（L5）是指标 referred_police 吗？（指标字典中的“移送公安机关”（referred_police）与此相近）是：删去本行；不是：换一个指标
        """,
        said.err());
  }

  @Test
  void theExampleIsTheProposalWithItsQuestionsSettled() throws IOException {
    Path out = folder.resolve("proposal");
    run("form", "drift", ATTACHMENT.toString(), "--out", out.toString());
    String settled =
        Files.readAllLines(out.resolve(NAME)).stream()
            .skip(2)
            .filter(line -> !line.contains("# 请确认: "))
            .collect(Collectors.joining("\n", "", "\n"))
            .replace("# Jiangsu 2024", "# Jiangsu 2025")
            .replace("source: 2024年", "source: 2025年")
            .replace("campaigns: [jiangsu-2024]", "campaigns: [jiangsu-2025]");
    assertEquals(settled, Files.readString(EXAMPLE.resolve("config").resolve(NAME)));
  }

  @Test
  void bothEditionsAreReadAndTheirFiguresStayJoined() throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    overlay(home);
    Said check = run("check", ATTACHMENT.toString(), "--home", home.toString());
    assertEquals(0, check.code(), check.out());
    assertTrue(
        check.out().contains("jiangsu-campaign-summary，鼓楼区，2025-04-01…2025-07-31：接受"), check.out());
    Examples.deliver(home, "jiangsu-2024/a-gulou-clean.xlsx");
    Files.copy(ATTACHMENT, home.resolve("inbox/attachment-1-2025.xlsx"));
    Files.writeString(
        home.resolve("inbox/attachment-1-2025.xlsx.envelope.json"),
        "{\"partner\": \"320302\", \"received_at\": \"2025-08-07T18:00:00+08:00\"}");
    Workplace place = Workplace.openOrCreate(home, Clocks.fixed("2025-08-15T02:00:00+08:00"));
    new Night(place, Progress.SILENT).run(Night.Steps.ALL);
    assertEquals(
        List.of("2024,accepted", "2025,accepted"),
        Published.query(home, "select edition, verdict from submission order by 1"));
    assertEquals(
        List.of(
            "2024-04-01,confiscated_amount,24888.8000", "2025-04-01,confiscated_amount,24888.8000"),
        Published.query(
            home,
            "select period_start, measure_id, sum(value) from observation"
                + " where measure_id = 'confiscated_amount' group by all order by 1"));
    assertEquals(
        List.of("2025-04-01,1.0000"),
        Published.query(
            home,
            "select period_start, sum(value) from observation"
                + " where measure_id = 'referred_police' group by all"));
    assertEquals(
        List.of("2024", "2025"),
        Published.query(
            home,
            "select edition from form where form_id = 'jiangsu-campaign-summary' order by 1"));
  }

  private static void overlay(Path home) throws IOException {
    Path config = EXAMPLE.resolve("config");
    try (Stream<Path> files = Files.walk(config)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = home.resolve("config").resolve(config.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }
}
