package xinglin.jobs.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import xinglin.warehouse.ledger.Decision;
import xinglin.warehouse.ledger.Ledger;

/**
 * Decisions of people that a delivery of an unknown sender may be loaded after all, and as whose.
 * They stand in the journal, so a rebuild knows them.
 */
public final class Acceptances {
  private static final String KIND = "accept_delivery";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Ledger ledger;

  public Acceptances(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Lets a quarantined delivery be loaded by the next run; false if it is not in quarantine.
   *
   * @param partner whose it is
   * @param reason for the journal; may be empty
   */
  public boolean accept(String deliveryId, String partner, String reason, Instant at) {
    ObjectNode body = JSON.createObjectNode();
    body.put("delivery", deliveryId);
    body.put("partner", partner);
    body.put("reason", reason);
    return ledger.release(deliveryId, at, KIND, body.toString());
  }

  /** Partner by accepted delivery; the last decision holds. */
  Map<String, String> all() {
    Map<String, String> accepted = new HashMap<>();
    for (Decision decision : ledger.decisions()) {
      if (decision.kind().equals(KIND)) {
        JsonNode body = read(decision);
        accepted.put(body.path("delivery").asText(), body.path("partner").asText());
      }
    }
    return accepted;
  }

  private static JsonNode read(Decision decision) {
    try {
      return JSON.readTree(decision.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read decision " + decision.decisionId(), e);
    }
  }
}
