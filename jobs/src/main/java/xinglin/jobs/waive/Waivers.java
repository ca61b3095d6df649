package xinglin.jobs.waive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.warehouse.ledger.Decision;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.publish.Dimension;

/**
 * Waivers in the journal of decisions, where nothing is ever changed: a withdrawal is a further
 * decision. The next publish follows them; a rebuild knows them.
 */
public final class Waivers {
  private static final String WAIVE = "waive";
  private static final String WITHDRAW = "waive_withdraw";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Ledger ledger;

  public Waivers(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Lets errors pass, from now on; returns the waiver as it stands in the journal. */
  public Waiver add(
      Instant at,
      WaivableError error,
      boolean wholeCode,
      String reason,
      String approver,
      LocalDate until) {
    ObjectNode body = JSON.createObjectNode();
    body.put("submission", error.submissionId());
    body.put("code", error.code());
    if (!wholeCode) {
      body.put("sheet", error.place().sheet());
      body.put("cell", error.place().cell());
    }
    body.put("reason", reason);
    body.put("approver", approver);
    body.put("until", until.toString());
    ledger.decide(at, WAIVE, body.toString());
    return list().stream().reduce((first, second) -> second).orElseThrow();
  }

  /** Takes one back, from now on. */
  public void withdraw(Instant at, Waiver waiver, String by, String reason) {
    ObjectNode body = JSON.createObjectNode();
    body.put("waiver", waiver.id());
    body.put("by", by);
    body.put("reason", reason);
    ledger.decide(at, WITHDRAW, body.toString());
  }

  /** All, in the order they were decided; also those that expired or were taken back. */
  public List<Waiver> list() {
    Map<String, Waiver> waivers = new LinkedHashMap<>();
    for (Decision decision : ledger.decisions()) {
      if (decision.kind().equals(WAIVE)) {
        Waiver waiver = read(decision);
        waivers.put(waiver.id(), waiver);
      } else if (decision.kind().equals(WITHDRAW)) {
        JsonNode body = body(decision);
        Waiver.Withdrawal how =
            new Waiver.Withdrawal(
                decision.decidedAt(), body.path("by").asText(), body.path("reason").asText());
        waivers.computeIfPresent(
            body.path("waiver").asText(),
            (id, waiver) -> waiver.withdrawal().isPresent() ? waiver : waiver.withdrawn(how));
      }
    }
    return List.copyOf(waivers.values());
  }

  /** Table {@code waiver}. */
  public Dimension table() {
    return new Dimension("waiver", list().stream().map(Waivers::row).toList());
  }

  private static Map<String, String> row(Waiver waiver) {
    Map<String, String> row = new HashMap<>();
    row.put("waiver_id", waiver.id());
    row.put("submission_id", waiver.submissionId());
    row.put("code", waiver.code());
    waiver.place().ifPresent(place -> row.put("sheet", place.sheet()));
    waiver.place().ifPresent(place -> row.put("cell", place.cell()));
    row.put("reason", waiver.reason());
    row.put("approver", waiver.approver());
    row.put("decided_at", waiver.decidedAt().toString());
    row.put("expires_on", waiver.until().toString());
    waiver.withdrawal().ifPresent(how -> row.put("withdrawn_at", how.at().toString()));
    waiver.withdrawal().ifPresent(how -> row.put("withdrawn_by", how.by()));
    return row;
  }

  private static Waiver read(Decision decision) {
    JsonNode body = body(decision);
    return new Waiver(
        "w" + decision.decisionId(),
        body.path("submission").asText(),
        body.path("code").asText(),
        body.has("cell")
            ? Optional.of(new Waiver.Place(body.path("sheet").asText(), body.path("cell").asText()))
            : Optional.empty(),
        body.path("reason").asText(),
        body.path("approver").asText(),
        LocalDate.parse(body.path("until").asText()),
        decision.decidedAt(),
        Optional.empty());
  }

  private static JsonNode body(Decision decision) {
    try {
      return JSON.readTree(decision.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read decision " + decision.decisionId(), e);
    }
  }
}
