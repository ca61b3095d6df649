package xinglin.routes.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When files without an envelope arrived. The time is part of a delivery's identity, so it is fixed
 * in {@code inbox/.arrivals.json} before the first file is stored: a collect that is killed and
 * started again then makes the same deliveries, not new ones.
 */
final class ArrivalTimes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = ".arrivals.json";
  private final Map<String, Instant> times;

  private ArrivalTimes(Map<String, Instant> times) {
    this.times = times;
  }

  /**
   * Takes over what an interrupted collect noted, gives {@code now} to all others, and makes that
   * durable.
   */
  static ArrivalTimes fix(Path inbox, List<Waiting> waiting, Instant now) throws IOException {
    Path file = inbox.resolve(NAME);
    Map<String, Instant> former = read(file);
    Map<String, Instant> times = new HashMap<>();
    ObjectNode noted = JSON.createObjectNode();
    for (Waiting one : waiting) {
      if (!Files.exists(one.companion())) {
        String key = key(one);
        Instant time = former.getOrDefault(key, now);
        times.put(key, time);
        noted.put(key, time.toString());
      }
    }
    if (!times.isEmpty()) {
      Path draft = inbox.resolve(NAME + ".part");
      Files.write(draft, JSON.writeValueAsBytes(noted));
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return new ArrivalTimes(times);
  }

  Instant of(Waiting waiting, Instant otherwise) {
    return times.getOrDefault(key(waiting), otherwise);
  }

  /** Nothing is half done any more. */
  static void forget(Path inbox) throws IOException {
    Files.deleteIfExists(inbox.resolve(NAME));
  }

  private static Map<String, Instant> read(Path file) throws IOException {
    Map<String, Instant> times = new HashMap<>();
    if (Files.exists(file)) {
      JsonNode noted = JSON.readTree(Files.readAllBytes(file));
      noted
          .fields()
          .forEachRemaining(
              field -> times.put(field.getKey(), Instant.parse(field.getValue().asText())));
    }
    return times;
  }

  private static String key(Waiting waiting) {
    return waiting.file() + "|" + waiting.bytes() + "|" + waiting.modified();
  }
}
