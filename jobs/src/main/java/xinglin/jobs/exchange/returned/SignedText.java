package xinglin.jobs.exchange.returned;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xinglin.jobs.exchange.RefusedException;

/** A signed JSON text whose signature is good, read as strictly as its JSON Schema. */
final class SignedText {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Pattern DIGEST = Pattern.compile("(sha256|sm3):[0-9a-f]{64}");
  private static final int MOST_NUMBERS = 1000;
  private static final int MOST_SEQUENCE = 999_999;
  private final String text;
  private final JsonNode root;

  private SignedText(String text, JsonNode root) {
    this.text = text;
    this.root = root;
  }

  static SignedText read(byte[] bytes, String protocol) throws RefusedException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      SignedText read = new SignedText(text, JSON.readTree(text));
      if (!read.word("protocol").equals(protocol)) {
        throw wrong("protocol");
      }
      return read;
    } catch (IOException e) {
      throw Fault.RETURN_INVALID.because("不是合法的 JSON", "it is no valid JSON");
    }
  }

  /** As it was signed. */
  String text() {
    return text;
  }

  String word(String key) throws RefusedException {
    return word(root, key);
  }

  /** A word of the member {@code package}. */
  String ofPackage(String key) throws RefusedException {
    return word(root.path("package"), key);
  }

  Optional<String> findPackageDigest() throws RefusedException {
    return root.path("package").has("digest")
        ? Optional.of(digest(root.path("package").path("digest"), "digest"))
        : Optional.empty();
  }

  Instant at() throws RefusedException {
    try {
      return OffsetDateTime.parse(word("at")).toInstant();
    } catch (DateTimeException e) {
      throw wrong("at");
    }
  }

  /** A digest that may be null, but has to be there. */
  Optional<String> digest(String key) throws RefusedException {
    JsonNode value = root.get(key);
    if (value == null) {
      throw wrong(key);
    }
    return value.isNull() ? Optional.empty() : Optional.of(digest(value, key));
  }

  /** Code of the first reason. */
  String reason() throws RefusedException {
    return word(root.path("reasons").path(0), "code");
  }

  int number(String key) throws RefusedException {
    return number(root.path(key), key);
  }

  List<Integer> numbers(String key) throws RefusedException {
    JsonNode list = root.path(key);
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_NUMBERS) {
      throw wrong(key);
    }
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode one : list) {
      numbers.add(number(one, key));
    }
    return numbers;
  }

  private static int number(JsonNode value, String key) throws RefusedException {
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < 0
        || value.intValue() > MOST_SEQUENCE) {
      throw wrong(key);
    }
    return value.intValue();
  }

  private static String digest(JsonNode value, String key) throws RefusedException {
    if (!value.isTextual() || !DIGEST.matcher(value.textValue()).matches()) {
      throw wrong(key);
    }
    return value.textValue();
  }

  private static String word(JsonNode node, String key) throws RefusedException {
    JsonNode value = node.path(key);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw wrong(key);
    }
    return value.textValue();
  }

  static RefusedException wrong(String key) {
    return Fault.RETURN_INVALID.because(
        "“" + key + "”的值不合规范", "\"" + key + "\" is not as the specification says");
  }
}
