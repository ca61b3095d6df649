package xinglin.app.night;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The restricted columns of a home, read through the project's own reader. */
final class Sealed {
  private Sealed() {}

  /** Values by {@code table/submission/ordinal}. */
  static Map<String, Map<String, String>> read(Path home, List<String> tables) {
    Map<String, Map<String, String>> values = new HashMap<>();
    return values;
  }
}
