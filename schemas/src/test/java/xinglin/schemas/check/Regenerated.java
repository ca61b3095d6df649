package xinglin.schemas.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files written by tests: compared, or written anew with {@code -Dxinglin.regenerate=true}. */
public final class Regenerated {
  private Regenerated() {}

  public static void check(Path file, String text) throws IOException {
    if (Boolean.getBoolean("xinglin.regenerate")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertEquals(
        Files.exists(file) ? Files.readString(file) : "",
        text,
        file + " is out of date: run with -Dxinglin.regenerate=true");
  }
}
