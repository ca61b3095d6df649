package xinglin.warehouse.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** An envelope as it lies beside its bytes. */
final class EnvelopeJson {
  private final ObjectMapper json = new ObjectMapper();

  String write(Envelope envelope) {
    Arrival arrival = envelope.arrival();
    ObjectNode node = json.createObjectNode();
    node.put("delivery_id", envelope.deliveryId());
    arrival.parentDeliveryId().ifPresent(id -> node.put("parent_delivery_id", id));
    node.put("ordinal", arrival.ordinal());
    node.put("partner", arrival.partner());
    node.put("channel", arrival.channel());
    arrival.sender().ifPresent(sender -> node.put("sender", sender));
    arrival.subject().ifPresent(subject -> node.put("subject", subject));
    node.put("file_name", arrival.fileName());
    node.put("received_at", arrival.receivedAt().toString());
    arrival.receivedBy().ifPresent(server -> node.put("received_by", server));
    node.put("sha256", envelope.sha256());
    node.put("bytes", envelope.bytes());
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write envelope " + envelope.deliveryId(), e);
    }
  }

  Envelope read(Path file) throws IOException {
    JsonNode node = json.readTree(file.toFile());
    Arrival arrival =
        new Arrival(
            text(node, "parent_delivery_id"),
            node.path("ordinal").asInt(),
            node.path("partner").asText(),
            node.path("channel").asText(),
            text(node, "sender"),
            text(node, "subject"),
            node.path("file_name").asText(),
            Instant.parse(node.path("received_at").asText()),
            text(node, "received_by"));
    return new Envelope(
        node.path("delivery_id").asText(),
        arrival,
        node.path("sha256").asText(),
        node.path("bytes").asLong());
  }

  private static Optional<String> text(JsonNode node, String key) {
    return node.has(key) ? Optional.of(node.get(key).asText()) : Optional.empty();
  }
}
