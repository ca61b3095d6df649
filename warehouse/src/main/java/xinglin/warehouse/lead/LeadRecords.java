package xinglin.warehouse.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.RecordForms;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.ProfileColumn;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.value.Period;
import xinglin.warehouse.decide.JudgedRecords;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/** The judged records of one package of leads, in a database of their own until written. */
public final class LeadRecords implements JudgedRecords {
  private static final String TABLE = "lead_record";

  /** Line of the first record: the header is above it. */
  private static final int FIRST_LINE = 2;

  /** What a value should be, by the code that the statements give. */
  private static final Map<String, Wording> REASONS =
      Map.of(
          "listed", new Wording("不是规范列出的值", "none of the values listed"),
          "date", new Wording("不是 yyyy-mm-dd 的日期", "no date yyyy-mm-dd"),
          "number", new Wording("不是从 1 起的整数", "no whole number from 1"),
          "division", new Wording("不是 6 位或 9 位行政区划代码", "no division code of six or nine digits"),
          "hash", new Wording("不是 64 位十六进制散列值", "no hash of 64 hex digits"),
          "long", new Wording("超过规定的字数", "longer than the profile allows"),
          "asker", new Wording("提出记录的提出方应为发送方", "what is asked is asked by the sender"),
          "asked", new Wording("答复记录的提出方应为接收方", "what is answered was asked by the receiver"),
          "open", new Wording("答复不能是待受理", "an answer is not open"));

  private final DuckDb duckDb;
  private final Profile profile;
  private final Function<Issue, Finding> findings;
  private final Summary summary;
  private final FormReading reading;

  private record Summary(
      long records, long refused, int errors, int warnings, Optional<Period> period) {}

  LeadRecords(
      DuckDb duckDb,
      Profile profile,
      LeadContext context,
      Definitions definitions,
      Function<Issue, Finding> findings)
      throws SQLException {
    this.duckDb = duckDb;
    this.profile = profile;
    this.findings = findings;
    this.summary = summarise();
    this.reading =
        new FormReading(
            RecordForms.LEADS,
            profile.id(),
            Optional.empty(),
            0,
            "",
            context
                .senderDivision()
                .flatMap(definitions.divisions()::find)
                .map(
                    division ->
                        new Reporter(division.code(), division.name(), Reporter.Source.SENDER)),
            summary.period(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            verdict(),
            told());
  }

  @Override
  public FormReading reading() {
    return reading;
  }

  @Override
  public int errors() {
    return summary.errors();
  }

  @Override
  public int warnings() {
    return summary.warnings();
  }

  @Override
  public void write(PartitionWriter writer, String submissionId) {
    try {
      LeadStage.set(duckDb.connection(), "submission_id", submissionId);
      duckDb.run("lead/record_row.sql");
      duckDb.run("lead/secret_row.sql");
      writer.copy(duckDb.connection(), TABLE, "record_row");
      writer.copySealed(duckDb.connection(), TABLE, submissionId, "secret_row");
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot write the leads of submission " + submissionId, DeliveryException.Retry.SAFE, e);
    }
  }

  /** Refused rows do not stop the others; a package of nothing else is refused. */
  private Verdict verdict() {
    if (summary.records() > 0 && summary.refused() == summary.records()) {
      return Verdict.REJECTED;
    }
    return summary.errors() + summary.warnings() > 0
        ? Verdict.ACCEPTED_WITH_WARNINGS
        : Verdict.ACCEPTED;
  }

  private List<Finding> told() throws SQLException {
    List<Finding> told = new ArrayList<>();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("lead/issue_rows.sql"))) {
      while (StreamedRows.next(row)) {
        told.add(findings.apply(issue(row)));
      }
    }
    return told;
  }

  private Issue issue(ResultSet row) throws SQLException {
    String field = row.getString("field");
    int at = profile.columns().stream().map(LeadStage::field).toList().indexOf(field);
    ProfileColumn column = profile.columns().get(at);
    boolean secret = column.personal() || column.masked();
    Wording reason = REASONS.getOrDefault(row.getString("reason"), new Wording("", ""));
    Issue issue =
        Issue.of(row.getString("code"))
            .at("", cell(at, row.getInt("ordinal")))
            .about(field)
            .sent(secret ? "" : row.getString("sent"))
            .with("label", column.zh())
            .with("label_en", column.en())
            .with("reason", reason.zh())
            .with("reason_en", reason.en());
    int first = row.getInt("first_row");
    return first < 0
        ? issue
        : issue
            .with("other_place", CheckCatalogue.place("", cell(at, first), Language.ZH))
            .with("other_place_en", CheckCatalogue.place("", cell(at, first), Language.EN));
  }

  private static String cell(int column, int ordinal) {
    return CellAddress.columnName(column) + (ordinal + FIRST_LINE);
  }

  private Summary summarise() throws SQLException {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("lead/summary.sql"))) {
      row.next();
      return new Summary(
          row.getLong("records"),
          row.getLong("refused"),
          row.getInt("errors"),
          row.getInt("warnings"),
          period(
              row.getObject("first_day", LocalDate.class),
              row.getObject("last_day", LocalDate.class)));
    }
  }

  private static Optional<Period> period(@Nullable LocalDate first, @Nullable LocalDate last) {
    return first == null || last == null ? Optional.empty() : Optional.of(new Period(first, last));
  }

  @Override
  public void close() {
    try {
      duckDb.close();
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot close a database of leads", DeliveryException.Retry.SAFE, e);
    }
  }
}
