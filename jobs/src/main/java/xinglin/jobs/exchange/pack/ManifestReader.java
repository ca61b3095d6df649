package xinglin.jobs.exchange.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.schemas.exchange.profile.Profile;

/** Reads one manifest; docs/spec/schemas/manifest.schema.json says the same in another language. */
final class ManifestReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,30}");
  private static final Pattern REGION = Pattern.compile("[a-z0-9]{2,20}");
  private static final Pattern DIGEST = Pattern.compile("(sha256|sm3):[0-9a-f]{64}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME =
      Pattern.compile(
          DAY.pattern() + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern SUM = Pattern.compile("-?[0-9]{1,20}\\.[0-9]{6}");
  private static final Pattern TEXT = Pattern.compile("(?s).{1,64}");
  private static final Pattern PRODUCER = Pattern.compile("(?s).{0,200}");
  private static final int MOST_SEQUENCE = 999_999;
  private static final int MOST_ROWS = 99_999_999;
  private static final int MOST_PARTS = 7;

  private final JsonNode root;

  ManifestReader(JsonNode root) {
    this.root = root;
  }

  Manifest read() throws RefusedException {
    String protocol = text(root, "protocol", ID);
    if (!protocol.equals(Manifest.PROTOCOL)) {
      throw Refusal.PROFILE_UNKNOWN.of(protocol);
    }
    JsonNode period = object(root, "period");
    JsonNode counts = object(root, "states");
    Map<String, Integer> states = new LinkedHashMap<>();
    for (String state : Profile.STATES) {
      states.put(state, (int) number(counts, state, 0, MOST_ROWS));
    }
    if (counts.size() != states.size()) {
      throw wrong("states");
    }
    return new Manifest(
        text(root, "profile", ID),
        text(root, "suite", ID),
        text(root, "sender", REGION),
        text(root, "receiver", REGION),
        (int) number(root, "sequence", 1, MOST_SEQUENCE),
        get(root, "previous").isNull()
            ? Optional.empty()
            : Optional.of(text(root, "previous", DIGEST)),
        time(),
        day(period, "from"),
        day(period, "to"),
        identities(),
        (int) number(root, "rows", 0, MOST_ROWS),
        states,
        amounts(),
        parts(),
        root.has("producer") ? Optional.of(text(root, "producer", PRODUCER)) : Optional.empty());
  }

  private Identities identities() throws RefusedException {
    JsonNode node = object(root, "identities");
    Identities.Form form = choice(node, "form", Identities.Form.values());
    boolean keyed = form == Identities.Form.KEYED;
    return new Identities(
        form, keyed || node.has("key") ? Optional.of(text(node, "key", TEXT)) : Optional.empty());
  }

  private Map<String, BigDecimal> amounts() throws RefusedException {
    JsonNode node = object(root, "amounts");
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> sum : node.properties()) {
      amounts.put(sum.getKey(), new BigDecimal(text(node, sum.getKey(), SUM)));
    }
    return amounts;
  }

  private List<Part> parts() throws RefusedException {
    JsonNode list = get(root, "parts");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_PARTS) {
      throw wrong("parts");
    }
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(Manifest.ENTRY));
    for (JsonNode node : list) {
      Part part =
          new Part(
              text(node, "name", NAME),
              choice(node, "role", Part.Role.values()),
              (int) number(node, "rows", 0, MOST_ROWS),
              number(node, "bytes", 0, Long.MAX_VALUE),
              text(node, "digest", DIGEST));
      if (!names.add(part.name())) {
        throw wrong("parts: name");
      }
      parts.add(part);
    }
    for (Part.Role role : Part.Role.values()) {
      long count = parts.stream().filter(part -> part.role() == role).count();
      if (count > 1 || (count == 0 && role == Part.Role.DATA)) {
        throw wrong("parts: role");
      }
    }
    return parts;
  }

  private OffsetDateTime time() throws RefusedException {
    String text = text(root, "created", TIME);
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw wrong("created");
    }
  }

  private static LocalDate day(JsonNode node, String key) throws RefusedException {
    String text = text(node, key, DAY);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong("period: " + key);
    }
  }

  private static <T extends Enum<T>> T choice(JsonNode node, String key, T[] values)
      throws RefusedException {
    String text = text(node, key, ID);
    for (T value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return value;
      }
    }
    throw wrong(key);
  }

  private static long number(JsonNode node, String key, long least, long most)
      throws RefusedException {
    JsonNode value = get(node, key);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      throw wrong(key);
    }
    return value.longValue();
  }

  private static String text(JsonNode node, String key, Pattern pattern) throws RefusedException {
    JsonNode value = get(node, key);
    if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
      throw wrong(key);
    }
    return value.textValue();
  }

  private static JsonNode object(JsonNode node, String key) throws RefusedException {
    JsonNode value = get(node, key);
    if (!value.isObject()) {
      throw wrong(key);
    }
    return value;
  }

  private static JsonNode get(JsonNode node, String key) throws RefusedException {
    JsonNode value = node.get(key);
    if (value == null) {
      throw Refusal.MANIFEST_INVALID.because("缺少“" + key + "”", "\"" + key + "\" is missing");
    }
    return value;
  }

  private static RefusedException wrong(String key) {
    return Refusal.MANIFEST_INVALID.because(
        "“" + key + "”的值不合规范", "\"" + key + "\" is not as the specification says");
  }
}
