package xinglin.jobs.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import xinglin.schemas.match.Decisions;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.warehouse.ledger.Decision;
import xinglin.warehouse.ledger.Ledger;

/**
 * Decisions of people about pairs of parties, in the journal, where nothing is ever changed: who
 * thinks otherwise decides again. A rebuild knows them.
 */
public final class Reviews {
  private static final String KIND = "review";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Ledger ledger;

  public Reviews(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Adds one; the next publish follows it. */
  public void add(Review review) {
    ObjectNode body = JSON.createObjectNode();
    body.put("left", review.pair().left());
    body.put("right", review.pair().right());
    body.put("decision", review.decision().code());
    body.put("by", review.by());
    body.put("reason", review.reason());
    ledger.decide(review.at(), KIND, body.toString());
  }

  /** All, in order, those that were undone or decided again too. */
  public List<Review> journal() {
    List<Review> reviews = new ArrayList<>();
    for (Decision decision : ledger.decisions()) {
      if (decision.kind().equals(KIND)) {
        reviews.add(read(decision));
      }
    }
    return reviews;
  }

  /** The decision that holds, by pair. */
  public SortedMap<Pair, Review> standing() {
    SortedMap<Pair, Review> standing = new TreeMap<>();
    for (Review review : journal()) {
      if (review.decision() == Review.Decision.UNDO) {
        standing.remove(review.pair());
      } else {
        standing.put(review.pair(), review);
      }
    }
    return standing;
  }

  static Decisions decisions(Map<Pair, Review> standing) {
    Map<Pair, Boolean> same = new TreeMap<>();
    standing.forEach((pair, review) -> same.put(pair, review.decision() == Review.Decision.ACCEPT));
    return new Decisions(same);
  }

  private static Review read(Decision decision) {
    try {
      JsonNode body = JSON.readTree(decision.body());
      return new Review(
          new Pair(body.path("left").asText(), body.path("right").asText()),
          Review.Decision.valueOf(body.path("decision").asText().toUpperCase(Locale.ROOT)),
          body.path("by").asText(),
          body.path("reason").asText(),
          decision.decidedAt());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read decision " + decision.decisionId(), e);
    }
  }
}
