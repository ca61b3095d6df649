package xinglin.schemas.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;

/** All kinds of definitions: {@code schemas/authoring/keys/*.yaml}. */
public final class DefinitionKinds {
  private static final String FOLDER = "/xinglin/authoring/keys/";
  private static final List<String> IDS =
      List.of(
          "form",
          "measure",
          "codelist",
          "divisions",
          "workdays",
          "campaign",
          "rule",
          "check",
          "indicator",
          "assessment",
          "table",
          "layout",
          "settings",
          "partner");

  private DefinitionKinds() {}

  /** In the order in which an author meets them. */
  public static List<DefinitionKind> list() {
    Problems problems = new Problems();
    Entry shared = read("parts", problems);
    List<DefinitionKind> kinds =
        IDS.stream().map(id -> DefinitionKind.read(read(id, problems), shared)).toList();
    problems.check();
    return kinds;
  }

  private static Entry read(String id, Problems problems) {
    String name = FOLDER + id + ".yaml";
    try (InputStream in = DefinitionKinds.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find on the class path: " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Optional<Entry> entry = DefinitionFiles.parse("keys/" + id + ".yaml", text, problems);
      problems.check();
      return entry.orElseThrow(() -> new IllegalStateException("Cannot read " + name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
