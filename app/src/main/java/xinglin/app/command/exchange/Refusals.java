package xinglin.app.command.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** What a partner says in an answer about why it refuses a package. */
final class Refusals {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Refusals() {}

  /** The first reason; empty if the answer refuses nothing. */
  static Optional<String> find(String answer, boolean english) {
    try {
      JsonNode reason = JSON.readTree(answer).path("reasons").path(0);
      return reason.isMissingNode()
          ? Optional.empty()
          : Optional.of(
              reason.path("code").asText() + " " + reason.path(english ? "en" : "zh").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read an answer of the ledger", e);
    }
  }
}
