package xinglin.routes.arrival;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * When files without an envelope arrived. The time is part of a delivery's identity, so it is noted
 * before the first file is stored: a collect that is killed and started again then makes the same
 * deliveries, not new ones.
 */
public final class ArrivalTimes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path file;
  private final Map<String, Instant> times;

  private ArrivalTimes(Path file, Map<String, Instant> times) {
    this.file = file;
    this.times = times;
  }

  /**
   * Takes over what an interrupted collect noted, gives {@code now} to all others, and makes that
   * durable.
   *
   * @param file where it is noted
   * @param keys of the files that are about to be taken: path, size and time of change
   */
  public static ArrivalTimes fix(Path file, Collection<String> keys, Instant now)
      throws IOException {
    Map<String, Instant> former = read(file);
    Map<String, Instant> times = new HashMap<>();
    keys.forEach(key -> times.put(key, former.getOrDefault(key, now)));
    ArrivalTimes fixed = new ArrivalTimes(file, times);
    if (!times.isEmpty()) {
      fixed.write();
    }
    return fixed;
  }

  /** The time noted for a file. */
  public Instant of(String key, Instant otherwise) {
    return times.getOrDefault(key, otherwise);
  }

  /** Nothing is half done any more but these. */
  public void keep(Collection<String> keys) throws IOException {
    times.keySet().retainAll(keys);
    if (times.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      write();
    }
  }

  private void write() throws IOException {
    ObjectNode noted = JSON.createObjectNode();
    times.forEach((key, time) -> noted.put(key, time.toString()));
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.write(draft, JSON.writeValueAsBytes(noted));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
}
