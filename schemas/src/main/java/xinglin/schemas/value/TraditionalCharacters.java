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
    return point < FIRST_IDEOGRAPH ? point : Table.SIMPLIFIED.getOrDefault(point, point);
  }

  /** Holder: the table costs some milliseconds, labels in Latin letters never need it. */
  private static final class Table {
    static final Map<Integer, Integer> SIMPLIFIED = read();

    private static Map<Integer, Integer> read() {
      try (InputStream in = TraditionalCharacters.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("Cannot find " + RESOURCE + " on the class path");
        }
        Map<Integer, Integer> simplified = new HashMap<>(8192);
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
          if (!line.startsWith("#")) {
            int[] points = line.codePoints().toArray();
            for (int i = 0; i + 1 < points.length; i += 2) {
              simplified.put(points[i], points[i + 1]);
            }
          }
        }
        return Map.copyOf(simplified);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + RESOURCE, e);
      }
    }
  }
}
