package xinglin.warehouse.decide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.lake.RowSink;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;

/**
 * Turns what was read from a file into rows: observation, stated_figure, finding and register rows,
 * and the candidate rows of delivery and submission. The one place where readings meet tables.
 */
public final class ReadingRows {
  private final String runId;
  private final Instant loadedAt;
  private final String definitions;
  private final Function<String, String> accumulation;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param accumulation period, cumulative or snapshot, by form id
   * @param definitions digest of the definitions the files are read by
   */
  public ReadingRows(
      String runId, Instant loadedAt, String definitions, Function<String, String> accumulation) {
    this.runId = runId;
    this.loadedAt = loadedAt;
    this.definitions = definitions;
    this.accumulation = accumulation;
  }

  /**
   * Writes everything of one delivery with exchanged records.
   *
   * @param forms that stand beside them, numbered behind them
   */
  public void write(
      PartitionWriter writer,
      Envelope envelope,
      List<? extends JudgedRecords> sheets,
      List<FormReading> forms) {
    delivery(writer, envelope, "loaded");
    for (JudgedRecords records : sheets) {
      sheet(writer, envelope, records.reading(), records.errors(), records.warnings());
      records.write(writer, submissionId(envelope, records.reading().ordinal()));
    }
    forms.forEach(form -> form(writer, envelope, form, form.findings()));
  }

  /**
   * Writes everything of one delivery with exchanged records but the records themselves.
   *
   * @param sheets of records, each as a submission with its findings
   * @param forms that stand beside them, numbered behind them
   */
  public void write(
      RowSink writer, Envelope envelope, List<FormReading> sheets, List<FormReading> forms) {
    delivery(writer, envelope, "loaded");
    sheets.forEach(
        form ->
            sheet(
                writer,
                envelope,
                form,
                count(form.findings(), Severity.ERROR),
                count(form.findings(), Severity.WARNING)));
    forms.forEach(form -> form(writer, envelope, form, form.findings()));
  }

  private void sheet(
      RowSink writer, Envelope envelope, FormReading form, int errors, int warnings) {
    String id = submissionId(envelope, form.ordinal());
    Map<String, Object> row = formRow(envelope, form, form.findings());
    row.put("error_count", errors);
    row.put("warning_count", warnings);
    row.put("content_digest", envelope.sha256());
    writer.candidate("submission", row);
    findings(writer, id, form.findings());
  }

  /** Writes everything of one delivery. */
  public void write(RowSink writer, Envelope envelope, FileReading reading) {
    delivery(writer, envelope, reading.forms().isEmpty() ? reading.verdict().code() : "loaded");
    if (reading.forms().isEmpty()) {
      withoutForm(writer, envelope, reading.verdict(), reading.findings());
      return;
    }
    for (int i = 0; i < reading.forms().size(); i++) {
      FormReading form = reading.forms().get(i);
      List<Finding> all = new ArrayList<>(i == 0 ? reading.findings() : List.of());
      all.addAll(form.findings());
      form(writer, envelope, form, all);
    }
  }

  /**
   * Writes a delivery that is not read itself: a message or archive whose content follows, or one
   * that is kept in quarantine.
   *
   * @param outcome of the delivery
   * @param findings about itself; with any it gets a submission without a form, to hold them
   */
  public void write(RowSink writer, Envelope envelope, String outcome, List<Finding> findings) {
    delivery(writer, envelope, outcome);
    if (!findings.isEmpty()) {
      withoutForm(writer, envelope, Verdict.UNRECOGNISED, findings);
    }
  }

  private void withoutForm(
      RowSink writer, Envelope envelope, Verdict verdict, List<Finding> findings) {
    String id = submissionId(envelope, 0);
    Map<String, Object> row = submission(envelope, id, 0, findings);
    row.put("verdict", verdict.code());
    row.put("file_verdict", verdict.code());
    row.put("content_digest", envelope.sha256());
    writer.candidate("submission", row);
    findings(writer, id, findings);
  }

  static String submissionId(Envelope envelope, int ordinal) {
    return envelope.deliveryId() + "-" + ordinal;
  }

  private void form(RowSink writer, Envelope envelope, FormReading form, List<Finding> findings) {
    String id = submissionId(envelope, form.ordinal());
    Map<String, Object> row = formRow(envelope, form, findings);
    row.put("content_digest", ContentDigest.of(form));
    writer.candidate("submission", row);
    for (Figure figure : form.figures()) {
      figure(writer, id, form, figure);
    }
    for (RegisterLine line : form.lines()) {
      line(writer, id, line);
    }
    findings(writer, id, findings);
  }

  private Map<String, Object> formRow(Envelope envelope, FormReading form, List<Finding> findings) {
    String id = submissionId(envelope, form.ordinal());
    Map<String, Object> row = submission(envelope, id, form.ordinal(), findings);
    row.put("form_id", form.formId());
    row.put("edition", form.edition());
    row.put("campaign_id", form.campaignId());
    row.put("reporter_code", form.reporter().map(Reporter::code));
    row.put("reporter_name", form.reporter().map(Reporter::name));
    row.put("period_start", form.period().map(Period::start));
    row.put("period_end", form.period().map(Period::end));
    row.put("accumulation", accumulation.apply(form.formId()));
    row.put("verdict", form.verdict().code());
    row.put("file_verdict", form.verdict().code());
    row.put("signature", signature(form));
    row.put("sheet", form.sheet());
    row.put("heading_cells", HeadingCells.of(form.headings()));
    return row;
  }

  private Optional<String> signature(FormReading form) {
    if (form.signature().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.writeValueAsString(new TreeMap<>(form.signature())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the signature of a form", e);
    }
  }

  private void delivery(RowSink writer, Envelope envelope, String outcome) {
    Arrival arrival = envelope.arrival();
    Map<String, Object> row = new HashMap<>();
    row.put("delivery_id", envelope.deliveryId());
    row.put("parent_delivery_id", arrival.parentDeliveryId());
    row.put("sha256", envelope.sha256());
    row.put("partner_id", arrival.partner());
    row.put("channel", arrival.channel());
    row.put("sender_domain", arrival.senderDomain());
    row.put("bytes", envelope.bytes());
    row.put("received_at", arrival.receivedAt());
    row.put("outcome", outcome);
    row.put("loaded_at", loadedAt);
    row.put("run_id", runId);
    row.put("ordinal", arrival.ordinal());
    row.put("sender", arrival.sender());
    row.put("subject", arrival.subject());
    row.put("file_name", arrival.fileName());
    writer.candidate("delivery", row);
  }

  private Map<String, Object> submission(
      Envelope envelope, String id, int ordinal, List<Finding> findings) {
    Map<String, Object> row = new HashMap<>();
    row.put("submission_id", id);
    row.put("delivery_id", envelope.deliveryId());
    row.put("ordinal", ordinal);
    row.put("error_count", count(findings, Severity.ERROR));
    row.put("warning_count", count(findings, Severity.WARNING));
    row.put("received_at", envelope.arrival().receivedAt());
    row.put("loaded_at", loadedAt);
    row.put("sha256", envelope.sha256());
    row.put("partner_id", envelope.arrival().partner());
    row.put("definitions", definitions);
    row.put("run_id", runId);
    return row;
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static void figure(RowSink writer, String id, FormReading form, Figure figure) {
    Value value = figure.value();
    Optional<Period> period = figure.period().or(form::period);
    Map<String, Object> row = new HashMap<>();
    row.put("submission_id", id);
    row.put("ordinal", figure.ordinal());
    row.put("measure_id", figure.measureId());
    row.put("category", figure.category());
    row.put("division_code", figure.divisionCode().or(() -> form.reporter().map(Reporter::code)));
    row.put("period_start", period.map(Period::start));
    row.put("period_end", period.map(Period::end));
    row.put("value", ColumnValue.number(value));
    row.put("value_text", value.text());
    row.put("bound", value.bound().map(bound -> bound.code()));
    row.put("unit", figure.unit());
    row.put("unit_as_sent", value.unitAsSent());
    row.put("state", value.state().code());
    row.put("verbatim", value.verbatim());
    row.put("sheet", figure.sheet());
    row.put("cell", figure.cell());
    if (!figure.cells().isEmpty()) {
      Map<String, String> cells = new HashMap<>(figure.cells());
      cells.put("value", figure.cell());
      row.put("column_cells", ColumnPlaces.of(figure.cell(), cells));
    }
    if (figure.role() == Figure.Role.OBSERVATION) {
      writer.write("observation", row);
    } else {
      row.put("role", figure.role().code());
      writer.write("stated_figure", row);
    }
  }

  private static void line(RowSink writer, String id, RegisterLine line) {
    TableDefinition table = writer.tables().get(line.table());
    Map<String, Object> row = new HashMap<>();
    for (Column column : table.columns()) {
      Value value = line.values().get(column.name());
      if (value != null && column.id() > 0) {
        row.put(column.name(), ColumnValue.of(column, value));
      }
    }
    row.put("submission_id", id);
    row.put("ordinal", line.ordinal());
    row.put("sheet", line.sheet());
    row.put("cell", line.cell());
    row.put("line_key", line.key());
    row.put("column_cells", ColumnPlaces.of(line.cell(), line.cells()));
    writer.write(line.table(), row);
  }

  private static void findings(RowSink writer, String id, List<Finding> findings) {
    for (int i = 0; i < findings.size(); i++) {
      writer.write("finding", FindingRow.of(id, i, findings.get(i), Optional.empty()));
    }
  }
}
