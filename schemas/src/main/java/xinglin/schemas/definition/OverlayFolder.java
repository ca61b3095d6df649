package xinglin.schemas.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The definitions in the {@code config} folder of a home. */
final class OverlayFolder {
  private static final String PARTNERS = "partners";

  /** Folders that hold definitions. */
  private static final Set<String> KINDS =
      Set.of(
          "forms",
          "measures",
          "codelists",
          "campaigns",
          "rules",
          "checks",
          "indicators",
          "assessments",
          "tables",
          DefinitionFiles.EXCHANGE,
          PARTNERS);

  /** Whether a folder of this name holds definitions. */
  static boolean isKind(String name) {
    return KINDS.contains(name) && !name.equals(PARTNERS);
  }

  private final Path config;
  private final Problems problems;
  private final List<Found> found = new ArrayList<>();

  private OverlayFolder(Path config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  /** A file as it replaces or joins the built-in ones. */
  record Found(String name, String text) {}

  static List<Found> read(Path config, Problems problems) throws IOException {
    OverlayFolder folder = new OverlayFolder(config, problems);
    if (Files.isDirectory(config)) {
      for (Path kind : list(config)) {
        if (Files.isDirectory(kind)) {
          folder.readKind(kind);
        }
      }
    }
    return folder.found;
  }

  private void readKind(Path folder) throws IOException {
    String kind = folder.getFileName().toString();
    String shown = config.getFileName() + "/" + kind;
    if (!KINDS.contains(kind)) {
      Optional<String> meant = Problems.nearest(kind.toLowerCase(Locale.ROOT), KINDS);
      if (meant.isPresent()) {
        problems.add(
            shown, 0, Mistake.of("no folder of definitions is called {0}", kind).near(kind, KINDS));
        return;
      }
    }
    readFiles(folder, kind, shown);
    if (kind.equals(DefinitionFiles.EXCHANGE)) {
      for (Path inside : list(folder)) {
        if (Files.isDirectory(inside)) {
          String name = kind + "/" + inside.getFileName();
          readFiles(inside, name, config.getFileName() + "/" + name);
        }
      }
    }
  }

  private void readFiles(Path folder, String kind, String shown) throws IOException {
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      rename(name)
          .ifPresent(
              right ->
                  problems.add(
                      shown + "/" + name,
                      0,
                      Mistake.of("a definition is called *.yaml; rename the file to {0}", right)));
      if (!kind.equals(PARTNERS)
          && Files.isRegularFile(file)
          && DefinitionFiles.isDefinition(name)) {
        String text =
            TextFile.decode("config/" + kind + "/" + name, Files.readAllBytes(file), problems);
        found.add(new Found(kind + "/" + name, text));
      }
    }
  }

  /** {@code x.yml}, {@code x.YAML} and what Notepad makes of x.yaml are not read by this name. */
  private static Optional<String> rename(String name) {
    String right = name.replaceFirst("(?i)\\.(ya?ml)(\\.txt)?$", ".yaml");
    return right.equals(name) ? Optional.empty() : Optional.of(right);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
