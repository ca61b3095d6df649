package xinglin.jobs.unpack.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;
import xinglin.jobs.unpack.text.EntryName;

/** The header fields of a message or part, bodies with one character a byte. */
final class PartHeader {
  private static final String AUTHENTICATION = "authentication-results";
  private final Map<String, List<String>> fields = new HashMap<>();
  private final List<String> authentication = new ArrayList<>();
  private boolean passedOn;

  void add(Field field) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    String body = body(field);
    fields.computeIfAbsent(name, any -> new ArrayList<>()).add(body);
    passedOn |= name.equals("received") && !authentication.isEmpty();
    if (name.equals(AUTHENTICATION) && !passedOn) {
      authentication.add(body);
    }
  }

  /**
   * The topmost Authentication-Results fields: those with no trace of a server between them. What
   * stands below was there before.
   */
  List<String> authentication() {
    return List.copyOf(authentication);
  }

  private static String body(Field field) {
    ByteSequence raw = field.getRaw();
    if (raw == null || !(field instanceof RawField known)) {
      return field.getBody();
    }
    StringBuilder body = new StringBuilder(raw.length());
    for (int i = known.getDelimiterIdx() + 1; i < raw.length(); i++) {
      body.append((char) (raw.byteAt(i) & 0xff));
    }
    return body.toString();
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  Optional<String> find(String name) {
    return all(name).stream().findFirst();
  }

  Parameters parameters(String name) {
    return Parameters.of(find(name).orElse(""));
  }

  /** Text as people read it. */
  Optional<String> text(String name) {
    return find(name).map(EncodedWords::decode).filter(text -> !text.isBlank());
  }

  /** The name of what is attached, empty if it has none. */
  String name() {
    return parameters("content-disposition")
        .find("filename")
        .filter(name -> !name.isBlank())
        .or(() -> parameters("content-type").find("name"))
        .map(EntryName::ofAttachment)
        .orElse("");
  }
}
