package xinglin.warehouse.penalty;

import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.FoundLayout;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.value.Period;
import xinglin.warehouse.decide.ColumnPlaces;
import xinglin.warehouse.decide.JudgedRecords;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.statement.SqlFile;

/** The judged records of one sheet, in a database of their own until they are written. */
public final class PenaltyRecords implements JudgedRecords {
  private static final String TABLE = "penalty_source";
  private final Scratch scratch;
  private final PenaltySheet sheet;
  private final Summary summary;
  private final FormReading reading;

  /** Counts are exact, whatever is told of each. */
  record Summary(
      long records,
      long refused,
      int errors,
      int warnings,
      Optional<Period> period,
      Optional<String> sourceDivision,
      List<String> divisions) {}

  PenaltyRecords(
      Scratch scratch,
      PenaltySheet sheet,
      PenaltyContext context,
      Definitions definitions,
      Function<Issue, Finding> findings)
      throws SQLException {
    this.scratch = scratch;
    this.sheet = sheet;
    this.summary = summarise();
    List<Finding> told = new ArrayList<>(unknownColumns(findings));
    int columns = told.size();
    told.addAll(new PenaltyFindings(scratch.duckDb(), sheet, findings).list());
    this.reading =
        new FormReading(
            PenaltyLayouts.FORM,
            sheet.found().layout().id(),
            Optional.empty(),
            context.ordinal(),
            sheet.sheet(),
            reporter(definitions.divisions(), context),
            summary.period(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            verdict(columns),
            told);
  }

  /** The sheet as a submission: its findings, the first thousand of a kind, and no figures. */
  @Override
  public FormReading reading() {
    return reading;
  }

  /** Errors in all rows; each refuses its row only. */
  @Override
  public int errors() {
    return summary.errors();
  }

  /** Warnings in all rows, and one for each unknown column. */
  @Override
  public int warnings() {
    return summary.warnings() + sheet.found().unknown().size();
  }

  /** Rows that are records. */
  public long count() {
    return summary.records();
  }

  /** Writes every row, its personal columns apart and encrypted. */
  @Override
  public void write(PartitionWriter writer, String submissionId) {
    try {
      PenaltyStage.set(scratch.duckDb().connection(), "submission_id", submissionId);
      PenaltyStage.set(scratch.duckDb().connection(), "sheet", sheet.sheet());
      PenaltyStage.set(scratch.duckDb().connection(), "column_cells", places());
      scratch.run("source_row");
      scratch.run("secret_row");
      writer.copy(scratch.duckDb().connection(), TABLE, "source_row");
      writer.copySealed(scratch.duckDb().connection(), TABLE, submissionId, "secret_row");
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot write the records of submission " + submissionId,
          DeliveryException.Retry.SAFE,
          e);
    }
  }

  /** Letters of each field's column. */
  private String places() {
    Map<String, String> places = new TreeMap<>();
    sheet
        .found()
        .places()
        .forEach((field, at) -> places.put(field.column(), CellAddress.columnName(at)));
    return ColumnPlaces.of("", places);
  }

  /** Refused rows do not stop the others; a sheet of nothing else is refused. */
  private Verdict verdict(int unknownColumns) {
    if (summary.records() > 0 && summary.refused() == summary.records()) {
      return Verdict.REJECTED;
    }
    return summary.errors() + summary.warnings() + unknownColumns > 0
        ? Verdict.ACCEPTED_WITH_WARNINGS
        : Verdict.ACCEPTED;
  }

  private List<Finding> unknownColumns(Function<Issue, Finding> findings) {
    FoundLayout found = sheet.found();
    return found.unknown().stream()
        .map(
            at ->
                findings.apply(
                    Issue.of("UNKNOWN_COLUMN")
                        .at(sheet.sheet(), CellAddress.columnName(at) + sheet.headerRow())
                        .sent(found.headers().get(at))
                        .with("form", found.layout().zh())
                        .with("form_en", found.layout().en())))
        .toList();
  }

  /** The source that all rows name, else the sender, else what is above all rows. */
  private Optional<Reporter> reporter(Divisions divisions, PenaltyContext context) {
    return summary
        .sourceDivision()
        .flatMap(divisions::find)
        .map(division -> new Reporter(division.code(), division.name(), Reporter.Source.STATED))
        .or(
            () ->
                context
                    .senderDivision()
                    .flatMap(divisions::find)
                    .map(
                        division ->
                            new Reporter(division.code(), division.name(), Reporter.Source.SENDER)))
        .or(
            () ->
                divisions
                    .commonParent(
                        summary.divisions().stream()
                            .filter(code -> divisions.find(code).isPresent())
                            .toList())
                    .map(
                        division ->
                            new Reporter(division.code(), division.name(), Reporter.Source.LINES)));
  }

  private Summary summarise() throws SQLException {
    try (Statement statement = scratch.duckDb().connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("exchange/summary.sql"))) {
      row.next();
      return new Summary(
          row.getLong("records"),
          row.getLong("refused"),
          row.getInt("errors"),
          row.getInt("warnings"),
          period(
              row.getObject("first_day", LocalDate.class),
              row.getObject("last_day", LocalDate.class)),
          Optional.ofNullable(row.getString("source_division")),
          texts(row.getArray("divisions")));
    }
  }

  private static Optional<Period> period(@Nullable LocalDate first, @Nullable LocalDate last) {
    return first == null || last == null ? Optional.empty() : Optional.of(new Period(first, last));
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
  }

  @Override
  public void close() {
    try {
      scratch.close();
    } catch (SQLException | IOException e) {
      throw new DeliveryException(
          "Cannot close a database of records", DeliveryException.Retry.SAFE, e);
    }
  }
}
