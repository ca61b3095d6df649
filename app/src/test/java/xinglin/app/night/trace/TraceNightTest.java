package xinglin.app.night.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.app.night.Sha;

/**
 * One night on the examples, and one on copies of them with one cell changed in each of several
 * files: the values that differ are those that trace named, and no others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TraceNightTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One cell of a file with what it is changed to; the files touch different indicators or places.
   *
   * @param charset of a separated text
   * @param line words that only its line has: some records are longer than a line
   */
  private record Change(String file, String cell, String to, String charset, String line) {

    Change(String file, String cell, String to) {
      this(file, cell, to, "", "");
    }
  }

  private static final List<Change> CHANGES =
      List.of(
          // A lead that is open is found true: it counts above the line, as closed and as
          // investigated.
          new Change("qingpu-2021/lead-register.csv", "H13", "是", "GB18030", "QPXS20210012"),
          // Not filed becomes filed.
          new Change("heshui-2024/lead-register.xlsx", "线索台账!J43", "是"),
          // A risk point that was open all along was closed before the first window.
          new Change("qingpu-2021/risk-point-register.xlsx", "风险点台账!I3", "2017-05-05"),
          // One more place that practises again.
          new Change("jiangsu-2024/h-tongshan-both-attachments.xlsx", "附件2!A5", "3"),
          // What the plan prints.
          new Change("qingpu-2021/plan-baseline.xlsx", "2018-2020年公布数!D4", "140"),
          // The penalty in Shanghai moves to the window before: its party is one of Zhejiang only.
          new Change(
              "delta-2024/sh-2024h1-codes-utf8bom.csv",
              "W9",
              "2023-12-11",
              "UTF-8",
              "松卫医罚（2024）2号"));

  private Path before = Path.of("");
  private Path after = Path.of("");

  @BeforeAll
  void nights(@TempDir Path folder) throws IOException {
    before = Examples.home(folder.resolve("before"));
    Examples.deliver(before, file -> true);
    Examples.night(before);
    after = Examples.home(folder.resolve("after"));
    Examples.deliver(after, file -> true);
    for (Change change : CHANGES) {
      edit(after.resolve("inbox").resolve(change.file()), change);
    }
    Examples.night(after);
  }

  @Test
  void everyValueOfTheExamplesReachesCells() throws IOException {
    assertEquals(
        List.of(),
        Published.query(
            before,
            """
            select distinct indicator.indicator_id
            from indicator
            where (value is not null or published_value is not null)
              and indicator_id not in ('report_completeness', 'report_timeliness', 'town_assessment_deduction')
              and not exists (
                select 1
                from indicator_rows(indicator.window_start, indicator.window_end) as behind
                where behind.indicator_id = indicator.indicator_id and behind.division_code = indicator.division_code
                  and len(behind.cells) > 0)
            """));
  }

  @Test
  void whatTraceNamesIsWhatChanges() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Change change : CHANGES) {
      Set<String> of = named(change);
      assertTrue(!of.isEmpty(), change + " feeds nothing");
      named.addAll(of);
    }
    assertEquals(named, changed());
  }

  @Test
  void aCellThatIsReadAndUsedByNobodyChangesNothing() throws IOException {
    Path file = Examples.folder().resolve("inbox/qingpu-2021/risk-point-register.xlsx");
    String said = run("trace", file.toString(), "--cell", "风险点台账!J7", "--home", before.toString());
    assertTrue(said.contains("risk_point：outcome 列"), said);
    assertTrue(said.endsWith("└─ 没有指标用到\n"), said);
  }

  @Test
  void aTreeTellsValueFormulaRowsCellsAndFile() throws IOException {
    String said =
        run(
            "trace",
            "lead_filing_rate",
            "--division",
            "310118103",
            "--window",
            "2021",
            "--limit",
            "1",
            "--home",
            before.toString());
    String sha = Sha.of(Examples.folder().resolve("inbox/qingpu-2021/lead-register.csv"));
    assertTrue(
        said.startsWith("lead_filing_rate 线索立案率 · 310118103 练塘镇 · 2021-01-01 至 2021-12-31\n"),
        said);
    assertTrue(said.contains("└─ lead-register.csv · sha256 " + sha.substring(0, 12)), said);
    assertTrue(said.contains("B37 E37 J37  +1  练塘镇  lead "), said);
  }

  /** Indicator, first day of the window and division of each value the cell is in. */
  private Set<String> named(Change change) throws IOException {
    Path file = Examples.folder().resolve("inbox").resolve(change.file());
    JsonNode said =
        JSON.readTree(
            run(
                "trace",
                file.toString(),
                "--cell",
                change.cell(),
                "--json",
                "--home",
                before.toString()));
    Set<String> named = new TreeSet<>();
    for (JsonNode submission : said) {
      for (JsonNode fed : submission.path("feeds")) {
        named.add(
            fed.path("indicator_id").asText()
                + ","
                + fed.path("window_start").asText()
                + ","
                + fed.path("division_code").asText());
      }
    }
    return named;
  }

  private Set<String> changed() throws IOException {
    String values =
        "select indicator_id, window_start, division_code, numerator, denominator, value,"
            + " published_value from indicator order by all";
    List<String> first = Published.query(before, values);
    List<String> second = Published.query(after, values);
    Set<String> changed = new TreeSet<>();
    first.stream().filter(line -> !second.contains(line)).forEach(line -> changed.add(key(line)));
    second.stream().filter(line -> !first.contains(line)).forEach(line -> changed.add(key(line)));
    return changed;
  }

  private static String key(String line) {
    return String.join(",", List.of(line.split(",")).subList(0, 3));
  }

  private static String run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = CommandLines.run(words, new PrintWriter(out), new PrintWriter(err));
    assertEquals(0, code, err.toString());
    return out.toString();
  }

  private static void edit(Path file, Change change) throws IOException {
    CellReference at =
        new CellReference(change.cell().substring(change.cell().lastIndexOf('!') + 1));
    if (change.charset().isEmpty()) {
      workbook(file, change, at);
    } else {
      text(file, change, at);
    }
  }

  private static void workbook(Path file, Change change, CellReference at) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Workbook workbook = WorkbookFactory.create(in)) {
      String sheet = change.cell().substring(0, change.cell().lastIndexOf('!'));
      Cell cell =
          workbook
              .getSheet(sheet)
              .getRow(at.getRow())
              .getCell(at.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
      cell.setBlank(); // else a text that stands in the cell itself stays
      if (change.to().matches("[0-9]+")) {
        cell.setCellValue(Double.parseDouble(change.to()));
      } else {
        cell.setCellValue(change.to());
      }
      in.close();
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }

  /** No field of these lines holds a separator. */
  private static void text(Path file, Change change, CellReference at) throws IOException {
    Charset charset = Charset.forName(change.charset());
    List<String> lines = new ArrayList<>(Files.readAllLines(file, charset));
    lines.replaceAll(
        line -> {
          String[] fields = line.split(",", -1);
          if (line.contains(change.line())) {
            fields[at.getCol()] = change.to();
          }
          return String.join(",", fields);
        });
    Files.write(file, lines, charset);
  }
}
