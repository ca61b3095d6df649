package xinglin.jobs.letter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;
import xinglin.warehouse.failure.DeliveryException;

/** Reads a receipt of the outbox. */
public final class ReceiptFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOADED = "loaded";

  private ReceiptFile() {}

  /** Throws DeliveryException if it cannot be read. */
  public static Told read(Path file) {
    try {
      return told(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new DeliveryException("Cannot read receipt " + file, DeliveryException.Retry.SAFE, e);
    }
  }

  private static Told told(JsonNode receipt) {
    List<Told.File> files = new ArrayList<>();
    files.add(file(receipt));
    receipt.path("attachments").forEach(inside -> files.add(file(inside)));
    List<Told.File> shown =
        files.stream()
            .filter(file -> !file.forms().isEmpty() || !file.outcome().equals(LOADED))
            .toList();
    return new Told(
        receipt.path("delivery").asText(),
        receipt.path("file_name").asText(),
        OffsetDateTime.parse(receipt.path("received_at").asText()).toInstant(),
        receipt.path("outcome").asText(),
        shown.isEmpty() ? files.subList(0, 1) : shown);
  }

  private static Told.File file(JsonNode file) {
    List<Told.Form> forms = new ArrayList<>();
    file.path("forms").forEach(form -> forms.add(form(form)));
    return new Told.File(
        file.path("delivery").asText(),
        file.path("file_name").asText(),
        file.path("outcome").asText(),
        forms);
  }

  private static Told.Form form(JsonNode form) {
    Optional<LocalDate> start = day(form, "period_start");
    Map<String, Long> counts = new HashMap<>();
    form.path("counts")
        .properties()
        .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
    List<Finding> findings = new ArrayList<>();
    form.path("findings").forEach(finding -> findings.add(finding(finding)));
    return new Told.Form(
        text(form, "title").orElse(""),
        text(form, "reporter_name").orElse(""),
        start.flatMap(from -> day(form, "period_end").map(to -> new Period(from, to))),
        day(form, "due_on"),
        verdict(form, "verdict").orElse(Verdict.UNRECOGNISED),
        verdict(form, "verdict_of_same"),
        form.path("errors").asLong(),
        form.path("warnings").asLong(),
        counts,
        findings);
  }

  private static Finding finding(JsonNode finding) {
    return new Finding(
        finding.path("code").asText(),
        Severity.valueOf(finding.path("severity").asText().toUpperCase(Locale.ROOT)),
        finding.path("sheet").asText(),
        finding.path("cell").asText(),
        "",
        finding.path("message").asText(),
        finding.path("message_en").asText(),
        finding.path("sent").asText(),
        finding.path("expected").asText(),
        Map.of());
  }

  private static Optional<String> text(JsonNode node, String name) {
    return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
  }

  private static Optional<LocalDate> day(JsonNode node, String name) {
    return text(node, name).map(LocalDate::parse);
  }

  private static Optional<Verdict> verdict(JsonNode node, String name) {
    return text(node, name).map(code -> Verdict.valueOf(code.toUpperCase(Locale.ROOT)));
  }
}
