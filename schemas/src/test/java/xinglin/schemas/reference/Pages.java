package xinglin.schemas.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import xinglin.schemas.check.Regenerated;
import xinglin.schemas.engine.Definitions;

/** What the pages of the reference share. */
final class Pages {
  static final Definitions BUILT_IN = Definitions.load(Optional.empty());
  private static final Path FOLDER = Path.of("../docs/reference");

  private Pages() {}

  static void check(String name, String text) throws IOException {
    Regenerated.check(FOLDER.resolve(name), text);
  }

  /** The line under the title that says where the page is from. */
  static String generated(String from, Class<?> test) {
    return "<!-- Generated from %s by %s; -Dxinglin.regenerate=true writes it anew. -->\n"
        .formatted(from, test.getSimpleName());
  }

  /** Inside a table of Markdown. */
  static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ⏎ ").replace("*", "\\*").replace("<", "&lt;");
  }

  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
