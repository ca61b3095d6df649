package xinglin.schemas.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Traditional characters and the simplified ones for them, read when the first ideograph is met.
 */
final class TraditionalCharacters {
  private static final String RESOURCE = "/xinglin/schemas/codelists/traditional-characters.txt";
  private static final int FIRST_IDEOGRAPH = 0x3400;

  private TraditionalCharacters() {}

  static int toSimplified(int point) {
    if (point < FIRST_IDEOGRAPH) {
      return point;
    }
    if (point > Character.MAX_VALUE) {
      return Table.RARE.getOrDefault(point, point);
    }
    int simplified = Table.FREQUENT[point];
    return simplified == 0 ? point : simplified;
  }

  /** Holder: the table costs some milliseconds, labels in Latin letters never need it. */
  private static final class Table {
    /** By code unit, 0 where a character is simplified already. */
    private static final int[] FREQUENT = new int[Character.MAX_VALUE + 1];

    static final Map<Integer, Integer> RARE = read();

    private static Map<Integer, Integer> read() {
      try (InputStream in = TraditionalCharacters.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("Cannot find " + RESOURCE + " on the class path");
        }
        Map<Integer, Integer> rare = new HashMap<>();
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
          if (!line.startsWith("#")) {
            readPairs(line, rare);
          }
        }
        return Map.copyOf(rare);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + RESOURCE, e);
      }
    }

    private static void readPairs(String line, Map<Integer, Integer> rare) {
      for (int at = 0; at < line.length(); ) {
        int traditional = line.codePointAt(at);
        at += Character.charCount(traditional);
        int simplified = line.codePointAt(at);
        at += Character.charCount(simplified);
        if (traditional > Character.MAX_VALUE) {
          rare.put(traditional, simplified);
        } else {
          FREQUENT[traditional] = simplified;
        }
      }
    }
  }
}
