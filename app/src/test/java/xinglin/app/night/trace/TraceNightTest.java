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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import xinglin.app.night.SharedNight;

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
          // One of three lines of 621024202 is another town's: the register still speaks of it.
          new Change("heshui-2024/lead-register.xlsx", "线索台账!C8", "肖咀镇"),
          // All three of 621024205 are: no line is left that tells of its report.
          new Change("heshui-2024/lead-register.xlsx", "线索台账!C4", "肖咀镇"),
          new Change("heshui-2024/lead-register.xlsx", "线索台账!C17", "肖咀镇"),
          new Change("heshui-2024/lead-register.xlsx", "线索台账!C26", "肖咀镇"),
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

  /**
   * A cell of a heading, that says whose report it is: all of it moves to another division.
   *
   * @param from division it was of
   * @param to division it is of then
   * @param year first of the window it lies in
   */
  private record Move(Change change, String from, String to, int year) {
    String window() {
      return year + "-" + (year + 2);
    }
  }

  private static final List<Move> MOVES =
      List.of(
          new Move(
              new Change("jiangsu-2024/g-quanshan-resubmitted.xlsx", "Sheet1!A3", "邳州市    县（区）"),
              "320311",
              "320382",
              2024),
          new Move(
              new Change("xianju-2020/patrol-fuying.xlsx", "登记表!A2", "仙居县  安洲街道  乡镇（街道）非法行医巡查登记表"),
              "331024003",
              "331024001",
              2018));

  private Path before = Path.of("");
  private Path after = Path.of("");
  private Path edited = Path.of("");

  @BeforeAll
  void nights(@TempDir Path folder) throws IOException {
    before = SharedNight.onExamples();
    after = Examples.home(folder.resolve("after"));
    Examples.deliver(after, file -> true);
    for (Change change : CHANGES) {
      edit(after.resolve("inbox").resolve(change.file()), change);
    }
    for (Move move : MOVES) {
      Path moved = after.resolve("inbox").resolve(move.change().file());
      edit(moved, move.change());
      Files.copy(moved, folder.resolve(moved.getFileName()));
    }
    edited = folder;
    Examples.night(after);
  }

  @Test
  void everyValueOfTheExamplesReachesCells() throws IOException {
    assertEquals(
        List.of(),
        Published.query(
            before,
            """
            with asked_for as (
              select concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end) as row_key
              from expected_report
              where defined_in like 'campaigns/%.yaml:%'
            )
            select distinct indicator.indicator_id
            from indicator
            where (value is not null or published_value is not null)
              and not exists (
                select 1
                from indicator_rows(indicator.window_start, indicator.window_end) as behind
                where behind.indicator_id = indicator.indicator_id and behind.division_code = indicator.division_code
                  and (len(behind.cells) > 0
                    -- nothing arrived, or not in time: there is no cell, but the line that asks for it
                    or behind.table_name = 'completeness' and behind.role in ('numerator', 'denominator')
                      and behind.row_key in (from asked_for)))
            """));
  }

  @Test
  void whatTraceNamesIsWhatChanges() throws IOException {
    Set<String> changed = changed();
    Set<String> explained = new TreeSet<>();
    for (Change change : CHANGES) {
      Named of = Named.in(trace(before, before(change), change.cell(), List.of()));
      assertTrue(!of.evidence().isEmpty(), change + " feeds nothing");
      of.sole().forEach(key -> assertTrue(changed.contains(key), change + " is all of " + key));
      changed.stream().filter(of::mayChange).forEach(explained::add);
    }
    for (Move move : MOVES) {
      Change change = move.change();
      List<String> window = List.of("--window", move.window());
      Named left = Named.in(trace(before, before(change), change.cell(), window));
      Path file = edited.resolve(Path.of(change.file()).getFileName());
      Named came = Named.in(trace(after, file, change.cell(), window));
      left.sole().forEach(key -> assertTrue(changed.contains(key), "was in " + key));
      came.sole().forEach(key -> assertTrue(changed.contains(key), "is in " + key));
      String report = "report_completeness," + move.year() + "-01-01,";
      assertTrue(left.sole().contains(report + move.from()), left.toString());
      assertTrue(came.sole().contains(report + move.to()), came.toString());
      changed.stream().filter(key -> left.mayChange(key)).forEach(explained::add);
    }
    assertEquals(explained, changed);
  }

  /** A row that is counted once together with others changes nothing alone; all of them do. */
  @Test
  void whatIsSharedChangesOnlyTogether() throws IOException {
    String report = "report_completeness,2024-01-01,";
    Map<String, String> moved = new TreeMap<>(Map.of("C8", "621024202", "C4", "621024205"));
    Set<String> changed = changed();
    for (Map.Entry<String, String> one : moved.entrySet()) {
      Path file = Examples.folder().resolve("inbox/heshui-2024/lead-register.xlsx");
      String cell = "线索台账!" + one.getKey();
      Named of = Named.in(trace(before, file, cell, List.of()));
      assertEquals("shared", of.evidence().get(report + one.getValue()), of.toString());
      String said = run("trace", file.toString(), "--cell", cell, "--home", before.toString());
      assertTrue(said.contains("与另外 2 行共同计为一个"), said);
    }
    assertTrue(!changed.contains(report + "621024202"), changed.toString());
    assertTrue(changed.contains(report + "621024205"), changed.toString());
    assertTrue(changed.contains("lead_count,2024-01-01,621024202"), changed.toString());
  }

  private static Path before(Change change) {
    return Examples.folder().resolve("inbox").resolve(change.file());
  }

  @Test
  void aCellThatIsReadAndUsedByNobodyChangesNothing() throws IOException {
    Path file = Examples.folder().resolve("inbox/qingpu-2021/risk-point-register.xlsx");
    String said = run("trace", file.toString(), "--cell", "风险点台账!J7", "--home", before.toString());
    assertTrue(said.contains("risk_point：outcome 列"), said);
    assertTrue(said.endsWith("└─ 没有指标用到\n"), said);
  }

  /** Where it would go nobody knows before it is changed; that it would is said. */
  @Test
  void aCellThatTellsPlaceOrDaySaysSo() throws IOException {
    Path file = Examples.folder().resolve("inbox/qingpu-2021/risk-point-register.xlsx");
    String day =
        run(
            "trace",
            file.toString(),
            "--cell",
            "风险点台账!I3",
            "--window",
            "2018-2020",
            "--home",
            before.toString());
    assertTrue(day.contains("─ 决定属于哪个区间"), day);
    Path report = before(MOVES.get(0).change());
    String place =
        run(
            "trace",
            report.toString(),
            "--cell",
            "Sheet1!A3",
            "--window",
            "2024-2026",
            "--home",
            before.toString());
    assertTrue(place.contains("submission：reporter_code 列"), place);
    assertTrue(place.contains("─ 决定属于哪个区划"), place);
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

  private static JsonNode trace(Path home, Path file, String cell, List<String> more)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("trace", file.toString(), "--cell", cell));
    words.addAll(more);
    words.addAll(List.of("--json", "--home", home.toString()));
    return JSON.readTree(run(words.toArray(String[]::new)));
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
