package xinglin.app.night.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.jobs.batch.Progress;

/**
 * What {@code rule impact} forecasts of stored submissions, on examples of one campaign; and that
 * what it forecast comes true in a home where the changed files lie and the same is loaded.
 */
class RuleImpactTest {
  private static final Path ROOT = Path.of(System.getProperty("xinglin.root", ".."));
  private static final String CHECKS = "docs/how-to/example/config/checks/";

  private static final String SENT_BEFORE =
      """
      code: SENT_BEFORE
      severity: warning
      needs: history
      title: {zh: 再次报送, en: Sent again}
      message: {zh: "比 {received} 报送的多 {more} 份。", en: "{more} more than on {received}."}
      action: {zh: 请确认。, en: Please confirm.}
      arguments: {received: day, more: how many}
      """;
  private static final String SENT_BEFORE_SQL =
      """
      -- grain: one submission that follows one that was refused · source: known_submission
      select judged.submission_id, former.received_at as received,
        1 as more
      from known_submission as judged
      join slot_member as former using (slot)
      where judged.is_judged and former.received_at < judged.received_at and former.verdict = 'rejected'
      """;

  @TempDir static Path folder;
  private static Path home = Path.of("");

  /** Two corrected versions are left out, so that what they correct still stands. */
  @BeforeAll
  static void prepare() throws IOException {
    home = Examples.home(folder.resolve("home"));
    load(home);
  }

  private static void load(Path loaded) throws IOException {
    Examples.deliver(
        loaded,
        file ->
            file.startsWith("delta-2024/js-2024h1-person")
                || (file.startsWith("jiangsu") && !file.contains("/h-") && !file.contains("/i-")));
    Night night = new Night(Examples.place(loaded), Progress.SILENT);
    night.run(Night.Steps.COLLECT);
    night.run(Night.Steps.LOAD);
  }

  @Test
  void aCheckThatIsSwitchedOff() throws IOException {
    Forecast units = Forecast.of(home, "UNIT_SUSPECT");
    assertEquals(
        List.of("铜山区 jiangsu-campaign-summary rejected accepted_with_warnings"), units.changed());
    assertEquals(1, units.json().get("read").asInt());
    assertEquals("{\"UNIT_SUSPECT\":8}", units.json().get("goes").toString());
    assertEquals(
        "{\"FINE_OUTSIDE_LEGAL_BAND\":4}",
        units.json().get("comes").toString(),
        "what is in the wrong unit is not called illegal too");
    Forecast total = Forecast.of(home, "TOTAL_MISMATCH");
    assertEquals(List.of(), total.changed(), "what it found was corrected since");
    assertEquals(1, total.json().get("superseded").asInt());
  }

  @Test
  void newChecks() throws IOException {
    Forecast forecast =
        Forecast.of(
            home,
            ROOT.resolve(CHECKS + "shutdowns-exceed-inspections.yaml").toString(),
            ROOT.resolve(CHECKS + "lookback-exceeds-summary.yaml").toString(),
            ROOT.resolve(CHECKS + "lookback-exceeds-summary.sql").toString());
    assertEquals(List.of(), forecast.changed());
    assertEquals(8, forecast.json().get("read").asInt(), "only files with its form");
  }

  /** A threshold, severities, a form whose column got another name, a check of exchanged rows. */
  @Test
  void whatIsForecastComesTrue() throws IOException, SQLException {
    Path changed = folder.resolve("changed");
    write(changed, "checks/blank-cells.yaml", "severity: warning", "severity: error");
    write(changed, "checks/total-mismatch.yaml", "severity: error", "severity: info");
    write(changed, "checks/penalty-number-shared.yaml", "severity: warning", "severity: error");
    write(changed, "rules/plausible-fine.yaml", "above_yuan: 1", "above_yuan: 900001");
    write(changed, "rules/plausible-confiscation.yaml", "above_yuan: 1", "above_yuan: 900001");
    write(changed, "forms/jiangsu-lookback.yaml", "labels: [警告数]", "labels: [训诫数]");
    Forecast forecast = Forecast.of(home, files(changed));
    assertEquals(
        List.of(
            "云龙区 jiangsu-lookback accepted rejected",
            "贾汪区 jiangsu-lookback accepted rejected",
            "铜山区 jiangsu-campaign-summary rejected accepted_with_warnings",
            "新沂市 jiangsu-campaign-summary accepted_with_warnings rejected",
            "新沂市 jiangsu-lookback accepted rejected"),
        forecast.changed());
    assertEquals(
        "{\"BLANK_CELLS\":1,\"FINE_OUTSIDE_LEGAL_BAND\":4,\"MISSING_COLUMN\":3,"
            + "\"PENALTY_NUMBER_SHARED\":2,\"UNKNOWN_COLUMN\":3}",
        forecast.json().get("comes").toString());

    Path later = Examples.home(folder.resolve("later"));
    copy(changed, later.resolve("config"));
    load(later);
    assertEquals(expected(Stored.of(home), forecast), Stored.of(later));
  }

  private static Stored expected(Stored now, Forecast forecast) {
    Map<String, String> verdicts = new TreeMap<>(now.verdicts());
    verdicts.putAll(forecast.verdicts());
    Set<String> findings = new TreeSet<>(now.findings());
    findings.removeAll(forecast.goes());
    findings.addAll(forecast.comes());
    return new Stored(verdicts, findings);
  }

  /** Needs two files; nothing is read again, all is asked in sets. */
  @Test
  void aCheckInSets() throws IOException {
    Path files = Files.createDirectories(folder.resolve("sets/checks"));
    Path yaml = Files.writeString(files.resolve("sent-before.yaml"), SENT_BEFORE);
    Path sql = Files.writeString(files.resolve("sent-before.sql"), SENT_BEFORE_SQL);
    Forecast forecast = Forecast.of(home, yaml.toString(), sql.toString());
    assertEquals(
        List.of("泉山区 jiangsu-campaign-summary accepted accepted_with_warnings"),
        forecast.changed());
    assertEquals(0, forecast.json().get("read").asInt());
    assertEquals(
        "比 2024-08-06 报送的多 1 份。请确认。", forecast.json().at("/changed/0/comes/0/message").asText());

    Forecast none = Forecast.of(home, yaml.toString(), sql.toString(), "--limit", "0");
    assertEquals("[]", none.json().get("changed").toString());
    assertEquals(1, none.json().get("left_off").asInt());
    assertEquals("{\"SENT_BEFORE\":1}", none.json().get("comes").toString());

    Files.writeString(sql, SENT_BEFORE_SQL.replace("known_submission", "known_submissions"));
    assertEquals(
        "  " + sql + ":4: Catalog Error: Table with name known_submissions does not exist!",
        refused(yaml.toString(), sql.toString()).lines().skip(1).findFirst().orElse(""));
    Files.writeString(sql, SENT_BEFORE_SQL.replace("as more", "as most"));
    assertEquals(
        "  " + sql + ": 语句没有返回“more”列",
        refused(yaml.toString(), sql.toString()).lines().skip(1).findFirst().orElse(""));
    assertEquals(
        "  " + yaml + ": 缺少它的语句：checks/sent-before.sql",
        refused(yaml.toString()).lines().skip(1).findFirst().orElse(""));
    assertEquals(
        "  " + sql + ": 缺少它的声明：checks/sent-before.yaml",
        refused(sql.toString()).lines().skip(1).findFirst().orElse(""));
  }

  @Test
  void whatIsWrongIsToldWithFileAndLine() throws IOException {
    Path file = folder.resolve("broken/checks/approximate.yaml");
    write(
        folder.resolve("broken"), "checks/approximate.yaml", "severity: warning", "severity: eror");
    assertEquals(
        """
        定义或设置有 1 处错误，请改正后再运行：
          %s:2: “eror”不在可选值 [error, warning, info] 之中，是否指“error”？
        """
            .formatted(file),
        refused(file.toString()));
    assertEquals("没有这个文件，也没有这个检查：TOTAL_MISMACH，是否指“TOTAL_MISMATCH”？\n", refused("TOTAL_MISMACH"));
  }

  private static String refused(String... what) {
    StringWriter err = new StringWriter();
    String[] arguments =
        Stream.of(
                Stream.of("rule", "impact"), Stream.of(what), Stream.of("--home", home.toString()))
            .flatMap(words -> words)
            .toArray(String[]::new);
    int exit =
        CommandLines.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err));
    assertEquals(2, exit, err.toString());
    return err.toString();
  }

  private static String[] files(Path changed) throws IOException {
    try (Stream<Path> files = Files.walk(changed)) {
      return files.filter(Files::isRegularFile).sorted().map(Path::toString).toArray(String[]::new);
    }
  }

  private static void write(Path to, String name, String from, String with) throws IOException {
    Path file = to.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, Files.readString(ROOT.resolve("schemas").resolve(name)).replace(from, with));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isRegularFile(file)) {
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
