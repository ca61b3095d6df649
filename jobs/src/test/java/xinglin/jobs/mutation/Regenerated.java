package xinglin.jobs.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page written by a test: compared, or written anew with {@code -Dxinglin.regenerate=true}. */
final class Regenerated {
  private Regenerated() {}

  static void check(Path file, String text) throws IOException {
    if (Boolean.getBoolean("xinglin.regenerate")) {
      Files.writeString(file, text);
    }
    assertEquals(
        Files.exists(file) ? Files.readString(file) : "",
        text,
        file.getFileName() + " is out of date: run with -Dxinglin.regenerate=true");
  }
}
