package xinglin.jobs.mark;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import xinglin.jobs.mark.part.Markup;

/** The parts of two Office packages, compared piece by piece. */
final class Parts {
  /** What a mark may change in a tag that stays. */
  private static final Pattern MARKED =
      Pattern.compile(" (s|spans|count|activeTab|firstSheet|tabSelected|localSheetId)=\"[^\"]*\"");

  private Parts() {}

  static Map<String, byte[]> of(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  static String text(Path file, String part) throws IOException {
    return new String(of(file).getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
  }

  /** Pieces of the first that the second has lost, in the order of the first. */
  static List<String> lost(byte[] before, byte[] after) throws IOException {
    List<String> now = pieces(after);
    List<String> lost = new ArrayList<>();
    int at = 0;
    for (String piece : pieces(before)) {
      int found = now.subList(at, now.size()).indexOf(piece);
      if (found < 0) {
        lost.add(piece);
      } else {
        at += found + 1;
      }
    }
    return lost;
  }

  private static List<String> pieces(byte[] xml) throws IOException {
    List<String> pieces = new ArrayList<>();
    Markup markup = new Markup(new StringReader(new String(xml, StandardCharsets.UTF_8)));
    while (markup.next()) {
      String raw = markup.raw();
      if (!raw.isBlank() && !raw.startsWith("<?xml")) {
        String same = MARKED.matcher(raw).replaceAll("");
        // An empty row or paragraph may have been opened to take something in.
        boolean empty = markup.isEmpty();
        pieces.add(empty ? same.substring(0, same.length() - 2).stripTrailing() + ">" : same);
      }
    }
    return pieces;
  }
}
