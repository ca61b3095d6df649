package xinglin.warehouse.decide;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Value;

/**
 * What a form says, apart from how it is laid out: two workbooks with the same figures and lines
 * have the same digest, whatever their cells, order of rows or file formats.
 */
final class ContentDigest {
  private static final char SEPARATOR = '\u001f';

  private ContentDigest() {}

  /** SHA-256 over the sorted figures and lines, in hex. */
  static String of(FormReading form) {
    List<String> parts = new ArrayList<>();
    for (Figure figure : form.figures()) {
      parts.add(
          String.join(
              String.valueOf(SEPARATOR),
              figure.role().code(),
              figure.measureId(),
              figure.category(),
              figure.divisionCode().orElse(""),
              figure.period().map(Object::toString).orElse(""),
              text(figure.value())));
    }
    for (RegisterLine line : form.lines()) {
      StringBuilder part = new StringBuilder(line.table()).append(SEPARATOR).append(line.key());
      new TreeMap<>(line.values())
          .forEach(
              (column, value) ->
                  part.append(SEPARATOR).append(column).append('=').append(text(value)));
      parts.add(part.toString());
    }
    Collections.sort(parts);
    return sha256(parts);
  }

  private static String text(Value value) {
    return value.state().code()
        + SEPARATOR
        + value.number().map(number -> number.stripTrailingZeros().toString()).orElse("")
        + SEPARATOR
        + value.date().map(Object::toString).orElse("")
        + SEPARATOR
        + value.text().orElse("")
        + SEPARATOR
        + value.bound().map(bound -> bound.code()).orElse("");
  }

  private static String sha256(List<String> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }
}
