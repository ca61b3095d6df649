package xinglin.routes.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import xinglin.warehouse.raw.Arrival;

/**
 * What {@code <name>.envelope.json} beside a file says of it. All keys may be left out: {@code
 * partner}, {@code received_at} (ISO 8601; without an offset it is Shanghai time), {@code sender},
 * {@code subject}, {@code channel}, {@code file_name}.
 */
final class CompanionEnvelope {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private CompanionEnvelope() {}

  /**
   * @param partner who the file is from if neither envelope nor folder says so
   * @param arrivedAt when it arrived if the envelope does not say so
   * @throws EnvelopeUnreadableException if there is an envelope that cannot be read: nothing is
   *     guessed, the file waits
   */
  static Arrival arrival(Waiting waiting, String channel, String partner, Instant arrivedAt)
      throws IOException {
    JsonNode said = Files.exists(waiting.companion()) ? read(waiting) : JSON.createObjectNode();
    String otherwise = waiting.folder().isEmpty() ? partner : waiting.folder();
    return new Arrival(
        Optional.empty(),
        0,
        text(said, "partner").orElse(otherwise),
        text(said, "channel").orElse(channel),
        text(said, "sender"),
        text(said, "subject"),
        text(said, "file_name").orElse(waiting.name()),
        text(said, "received_at").map(time -> instant(waiting, time)).orElse(arrivedAt));
  }

  private static JsonNode read(Waiting waiting) throws IOException {
    try {
      JsonNode said = JSON.readTree(Files.readAllBytes(waiting.companion()));
      if (said != null && said.isObject()) {
        return said;
      }
      throw new EnvelopeUnreadableException(waiting.companion(), "not a JSON object");
    } catch (JsonProcessingException e) {
      throw new EnvelopeUnreadableException(waiting.companion(), "not JSON");
    }
  }

  private static Optional<String> text(JsonNode said, String key) {
    JsonNode value = said.path(key);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  private static Instant instant(Waiting waiting, String text) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(ZONE).toInstant();
      }
      String iso = text.replace(' ', 'T');
      return iso.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})$")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new EnvelopeUnreadableException(waiting.companion(), "received_at is no time: " + text);
    }
  }
}
