package xinglin.jobs.unpack.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Links by which mail services replace a large attachment; their marks stand in cloud-links.txt.
 */
final class CloudLinks {
  private static final List<String> MARKS = read();

  private CloudLinks() {}

  /** Whether a body has such a link; links are plain ASCII in every encoding. */
  static boolean isIn(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return MARKS.stream().anyMatch(text::contains);
  }

  private static List<String> read() {
    try (InputStream in =
        CloudLinks.class.getResourceAsStream("/xinglin/jobs/unpack/cloud-links.txt")) {
      if (in == null) {
        throw new IllegalStateException("Cannot find cloud-links.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read cloud-links.txt", e);
    }
  }
}
