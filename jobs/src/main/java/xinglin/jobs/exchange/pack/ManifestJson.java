package xinglin.jobs.exchange.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.schemas.exchange.profile.Profile;

/** Writes manifests, and reads them as strictly as their JSON Schema. */
public final class ManifestJson {
  /** No manifest is longer. */
  static final int MOST_BYTES = 1 << 16;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ManifestJson() {}

  /** The bytes of {@code manifest.json}, always the same for the same manifest. */
  public static byte[] write(Manifest manifest) {
    ObjectNode node = JSON.createObjectNode();
    node.put("protocol", Manifest.PROTOCOL);
    node.put("profile", manifest.profile());
    node.put("suite", manifest.suite());
    node.put("sender", manifest.sender());
    node.put("receiver", manifest.receiver());
    node.put("sequence", manifest.sequence());
    node.put("previous", manifest.previous().orElse(null));
    node.put("created", manifest.created().format(TIME));
    ObjectNode period = node.putObject("period");
    period.put("from", manifest.from().toString());
    period.put("to", manifest.to().toString());
    ObjectNode identities = node.putObject("identities");
    identities.put("form", manifest.identities().form().code());
    manifest.identities().key().ifPresent(key -> identities.put("key", key));
    node.put("rows", manifest.rows());
    ObjectNode states = node.putObject("states");
    Profile.STATES.forEach(state -> states.put(state, manifest.states().getOrDefault(state, 0)));
    ObjectNode amounts = node.putObject("amounts");
    for (Map.Entry<String, BigDecimal> sum : new TreeMap<>(manifest.amounts()).entrySet()) {
      amounts.put(sum.getKey(), sum.getValue().toPlainString());
    }
    for (Part part : manifest.parts()) {
      ObjectNode one = node.withArray("parts").addObject();
      one.put("name", part.name());
      one.put("role", part.role().name().toLowerCase(Locale.ROOT));
      one.put("rows", part.rows());
      one.put("bytes", part.bytes());
      one.put("digest", part.digest());
    }
    manifest.producer().ifPresent(producer -> node.put("producer", producer));
    try {
      return (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the manifest", e);
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws RefusedException {@code MANIFEST_INVALID} if it is not valid, {@code PROFILE_UNKNOWN}
   *     if it is of another protocol
   */
  public static Manifest read(byte[] bytes) throws RefusedException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode node = JSON.readTree(text);
      if (!node.isObject()) {
        throw Refusal.MANIFEST_INVALID.because("不是 JSON 对象", "it is no JSON object");
      }
      return new ManifestReader(node).read();
    } catch (CharacterCodingException e) {
      throw Refusal.MANIFEST_INVALID.because("不是 UTF-8", "it is no UTF-8");
    } catch (IOException e) {
      throw Refusal.MANIFEST_INVALID.because("不是合法的 JSON", "it is no valid JSON");
    }
  }
}
