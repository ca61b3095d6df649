package xinglin.routes.imap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which messages of a mailbox are stored and could not be moved, so that they are not fetched again
 * and again. Nothing relies on it: without the file, or after the server gave new UIDs, the
 * messages are fetched once more and are the same deliveries.
 */
final class UnmovedNotes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path file;

  UnmovedNotes(Path file) {
    this.file = file;
  }

  /** Delivery by UID, as noted under the same UIDVALIDITY. */
  Map<Long, String> read(long validity) throws IOException {
    Map<Long, String> deliveries = new TreeMap<>();
    if (Files.exists(file)) {
      JsonNode noted = JSON.readTree(Files.readAllBytes(file));
      if (noted.path("uidvalidity").asLong() == validity) {
        noted
            .path("deliveries")
            .fields()
            .forEachRemaining(
                field -> deliveries.put(Long.valueOf(field.getKey()), field.getValue().asText()));
      }
    }
    return deliveries;
  }

  void write(long validity, Map<Long, String> deliveries) throws IOException {
    ObjectNode noted = JSON.createObjectNode();
    noted.put("uidvalidity", validity);
    ObjectNode byUid = noted.putObject("deliveries");
    deliveries.forEach((uid, delivery) -> byUid.put(String.valueOf(uid), delivery));
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.write(draft, JSON.writeValueAsBytes(noted));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
