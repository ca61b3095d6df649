package xinglin.jobs.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.warehouse.decide.JudgedSubmission;
import xinglin.warehouse.raw.Envelope;

/**
 * The receipt of a delivery as JSON. It says nothing about when or by which run it was made, so
 * that made again it is the same. Counts are exact, listed findings are capped.
 */
final class Receipt {
  private static final int SAMPLES = 200;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Function<JudgedSubmission, String> formTitle;
  private final Function<JudgedSubmission, Optional<LocalDate>> dueOn;

  Receipt(
      Function<JudgedSubmission, String> formTitle,
      Function<JudgedSubmission, Optional<LocalDate>> dueOn) {
    this.formTitle = formTitle;
    this.dueOn = dueOn;
  }

  /**
   * @param arrived a delivery, then what was inside it
   */
  byte[] of(List<Judged> arrived) {
    Judged root = arrived.get(0);
    Envelope envelope = root.envelope();
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("delivery", envelope.deliveryId());
    receipt.put("sha256", envelope.sha256());
    receipt.put("file_name", envelope.arrival().fileName());
    receipt.put("partner", envelope.arrival().partner());
    receipt.put("received_at", time(envelope.arrival().receivedAt()));
    receipt.put("outcome", root.judged().outcome());
    receipt.put("verdict", Verdicts.of(arrived.stream().map(Judged::judged).toList()).code());
    receipt.put("forms", forms(root));
    if (arrived.size() > 1) {
      receipt.put("attachments", arrived.stream().skip(1).map(this::attachment).toList());
    }
    try {
      return JSON.writeValueAsBytes(receipt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the receipt of " + envelope.deliveryId(), e);
    }
  }

  private Map<String, Object> attachment(Judged inside) {
    Envelope envelope = inside.envelope();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("delivery", envelope.deliveryId());
    shown.put("inside", envelope.arrival().parentDeliveryId().orElse(null));
    shown.put("file_name", envelope.arrival().fileName());
    shown.put("sha256", envelope.sha256());
    shown.put("outcome", inside.judged().outcome());
    if (!inside.judged().submissions().isEmpty()) {
      shown.put("verdict", Verdicts.of(List.of(inside.judged())).code());
    }
    shown.put("forms", forms(inside));
    return shown;
  }

  private List<Object> forms(Judged one) {
    List<Object> forms = new ArrayList<>();
    one.judged().submissions().forEach(submission -> forms.add(form(submission)));
    return forms;
  }

  private Map<String, Object> form(JudgedSubmission submission) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("submission", submission.submissionId());
    form.put("form", submission.formId().orElse(null));
    form.put("title", submission.formId().map(id -> formTitle.apply(submission)).orElse(null));
    form.put("edition", submission.edition().orElse(null));
    form.put("reporter_code", submission.reporterCode().orElse(null));
    form.put("reporter_name", submission.reporterName().orElse(null));
    form.put(
        "period_start", submission.period().map(period -> period.start().toString()).orElse(null));
    form.put("period_end", submission.period().map(period -> period.end().toString()).orElse(null));
    form.put("due_on", dueOn.apply(submission).map(LocalDate::toString).orElse(null));
    form.put("verdict", submission.verdict().code());
    submission.sameAs().ifPresent(same -> form.put("same_as", same));
    submission.repeated().ifPresent(verdict -> form.put("verdict_of_same", verdict.code()));
    List<Finding> findings = submission.findings();
    form.put(
        "errors",
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count());
    form.put(
        "warnings",
        findings.stream().filter(finding -> finding.severity() == Severity.WARNING).count());
    Map<String, Long> byCode = new TreeMap<>();
    findings.forEach(finding -> byCode.merge(finding.code(), 1L, Long::sum));
    form.put("counts", byCode);
    form.put("findings", findings.stream().limit(SAMPLES).map(Receipt::finding).toList());
    return form;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("code", finding.code());
    shown.put("severity", finding.severity().code());
    shown.put("sheet", finding.sheet());
    shown.put("cell", finding.cell());
    shown.put("message", finding.message());
    shown.put("message_en", finding.messageEn());
    shown.put("sent", finding.verbatim());
    shown.put("expected", finding.expected());
    return shown;
  }

  private static String time(Instant instant) {
    return instant.atZone(ZONE).toOffsetDateTime().toString();
  }
}
