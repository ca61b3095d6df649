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
  private final Map<String, List<String>> fields = new HashMap<>();

  void add(Field field) {
    fields
        .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
        .add(body(field));
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
