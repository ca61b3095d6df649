package xinglin.warehouse.decide;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;
import xinglin.warehouse.Fixture;
import xinglin.warehouse.judge.JudgingRules;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.statement.DuckDb;

/**
 * Nights over made-up deliveries: each says who sent which bytes when, and what was read in them.
 */
final class Nights implements AutoCloseable {
  private final Fixture fixture;
  private final Decider decider;
  private final Rehearsal rehearsal;
  private int night;

  Nights(Path folder) {
    this.fixture = Fixture.open(folder);
    Problems problems = new Problems();
    DefinitionFiles files = DefinitionFiles.load(Optional.empty());
    CheckCatalogue catalogue = CheckCatalogue.load(files, problems);
    problems.check();
    JudgingRules rules =
        JudgingRules.of(fixture.lake().tables(), catalogue, files, catalogue::finding);
    this.decider = new Decider(fixture.home(), fixture.lake(), rules);
    this.rehearsal = new Rehearsal(fixture.home(), fixture.lake(), rules, Nights::accumulation);
  }

  /**
   * @param name of the file
   * @param day of receipt in August 2024
   * @param bytes stands for the content of the file
   */
  record Sent(String name, int day, String bytes, FileReading reading) {
    Envelope envelope() {
      return Envelope.of(
          Arrival.ofFile(
              "county", "inbox", name, Instant.parse("2024-08-%02dT10:00:00Z".formatted(day))),
          "%-64s".formatted(bytes).replace(' ', '0'),
          100);
    }
  }

  static FormReading form(String formId, int ordinal, LocalDate start, Verdict verdict) {
    return new FormReading(
        formId,
        "2024",
        Optional.of("campaign"),
        ordinal,
        "附件1",
        Optional.of(new Reporter("320302", "鼓楼区", Reporter.Source.STATED)),
        Optional.of(new Period(start, start.plusMonths(1).minusDays(1))),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        verdict,
        List.of());
  }

  /** An accepted form of another reporter, with one figure. */
  static FormReading form(String formId, Reporter reporter, LocalDate start, Figure figure) {
    FormReading form = form(formId, 0, start, Verdict.ACCEPTED);
    return new FormReading(
        form.formId(),
        form.edition(),
        form.campaignId(),
        form.ordinal(),
        form.sheet(),
        Optional.of(reporter),
        form.period(),
        form.headings(),
        List.of(figure),
        form.lines(),
        form.signature(),
        form.verdict(),
        form.findings());
  }

  static FileReading figures(Verdict verdict, LocalDate start, int... values) {
    FormReading form = form("summary", 0, start, verdict);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      figures.add(
          new Figure(
              "shutdowns",
              Figure.Role.OBSERVATION,
              "all",
              Optional.empty(),
              Optional.empty(),
              Value.ofNumber("" + values[i], BigDecimal.valueOf(values[i]), Optional.empty()),
              "户次",
              "附件1",
              "C" + (i + 1),
              i));
    }
    return file(with(form, figures, List.of()));
  }

  /** A kept document: a plan, a summary, a typical case. */
  static FileReading document(String kind, String title) {
    FormReading form = form("document", 0, LocalDate.of(2024, 4, 1), Verdict.ACCEPTED);
    Map<String, Value> values =
        title.isEmpty() ? Map.of() : Map.of("title", Value.ofText(title, title));
    RegisterLine line =
        new RegisterLine("document", kind + "|" + title, 0, "正文", "P1", values, Map.of());
    return file(with(form, List.of(), List.of(line)));
  }

  static FileReading register(String formId, String table, String... keys) {
    FormReading form = form(formId, 0, LocalDate.of(2024, 4, 1), Verdict.ACCEPTED);
    List<RegisterLine> lines = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      lines.add(new RegisterLine(table, keys[i], i, "台账", "A" + (i + 2), Map.of(), Map.of()));
    }
    return file(with(form, List.of(), lines));
  }

  private static FormReading with(
      FormReading form, List<Figure> figures, List<RegisterLine> lines) {
    return new FormReading(
        form.formId(),
        form.edition(),
        form.campaignId(),
        form.ordinal(),
        form.sheet(),
        form.reporter(),
        form.period(),
        form.headings(),
        figures,
        lines,
        Map.of("填表人", "某某"),
        form.verdict(),
        form.findings());
  }

  private static FileReading file(FormReading form) {
    return new FileReading(form.verdict(), List.of(form), List.of());
  }

  static FileReading noForm() {
    return new FileReading(Verdict.UNRECOGNISED, List.of(), List.of());
  }

  /** Loads what arrived in one night. */
  void night(Sent... sent) {
    night("definitions", sent);
  }

  void night(String definitions, Sent... sent) {
    String run = "run" + ++night;
    Instant now = Instant.parse("2024-09-01T00:00:00Z").plusSeconds(night);
    try (PartitionWriter writer = fixture.lake().writer(run, "p0")) {
      ReadingRows rows = new ReadingRows(run, now, definitions, Nights::accumulation);
      for (Sent one : sent) {
        rows.write(writer, one.envelope(), one.reading());
      }
      writer.finish();
    }
    decider.decide(run, now);
    fixture.lake().commit(run);
  }

  private static String accumulation(String formId) {
    return switch (formId) {
      case "patrols", "xianju-patrol-register" -> "cumulative";
      case "points", "lead-register" -> "snapshot";
      default -> "period";
    };
  }

  /** Judgements of the last night. */
  Map<String, JudgedDelivery> judged() {
    Map<String, JudgedDelivery> judged = new HashMap<>();
    decider.judged("run" + night, delivery -> judged.put(delivery.deliveryId(), delivery));
    return judged;
  }

  Map<String, String> judgedAgain() {
    return decider.judgedAgain("run" + night);
  }

  /** What holds of each submission: verdict, what it repeats, findings from history. */
  Map<String, String> standing(Sent... sent) throws SQLException {
    Map<String, String> names = new HashMap<>();
    for (Sent one : sent) {
      names.put(one.envelope().deliveryId() + "-0", one.name());
    }
    Map<String, String> standing = new HashMap<>();
    try (DuckDb duckDb = DuckDb.open(fixture.home().temporary(), 256, 1);
        Statement statement = duckDb.connection().createStatement()) {
      for (String table : List.of("submission", "finding")) {
        duckDb.view(
            table, fixture.lake().tables().get(table).stored(), fixture.lake().files(table));
      }
      try (ResultSet row =
          statement.executeQuery(
              """
              with holding as (
                select * from submission
                qualify row_number() over (partition by submission_id order by loaded_at desc, run_id desc) = 1)
              select submission_id, verdict, coalesce(same_as, ''), error_count, warning_count,
                (select coalesce(string_agg(code, ' ' order by code), '') from finding
                 where finding.submission_id = holding.submission_id and judged_in = holding.run_id) as codes
              from holding
              """)) {
        while (row.next()) {
          standing.put(
              names.get(row.getString(1)),
              (row.getString(2)
                      + " "
                      + names.getOrDefault(row.getString(3), "-")
                      + " "
                      + row.getInt(4)
                      + "/"
                      + row.getInt(5)
                      + " "
                      + row.getString(6))
                  .strip());
        }
      }
    }
    return standing;
  }

  /** Messages of the last night's findings from history. */
  List<String> messages() {
    return judged().values().stream()
        .flatMap(delivery -> delivery.submissions().stream())
        .flatMap(submission -> submission.findings().stream())
        .map(Finding::message)
        .sorted()
        .toList();
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  Fixture fixture() {
    return fixture;
  }

  @Override
  public void close() {
    fixture.close();
  }
}
