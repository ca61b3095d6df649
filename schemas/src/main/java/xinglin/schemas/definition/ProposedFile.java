package xinglin.schemas.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition file that lies anywhere, to be tried out as if it lay in the {@code config} folder
 * of a home.
 *
 * @param name where it would lie: {@code checks/x.yaml}
 * @param shown where it lies
 */
public record ProposedFile(String name, String shown, String text) {
  /** What kind of definition begins with which key. */
  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry("form", "forms"),
          Map.entry("code", "checks"),
          Map.entry("rule", "rules"),
          Map.entry("measures", "measures"),
          Map.entry("table", "tables"),
          Map.entry("indicator", "indicators"),
          Map.entry("assessment", "assessments"),
          Map.entry("layout", "exchange/layouts"),
          Map.entry("window", "campaigns"),
          Map.entry("year", "codelists"),
          Map.entry("id", "codelists"));

  /**
   * Reads a file. Its kind is that of its folder, as in a home; anywhere else the keys of a YAML
   * file tell it. Mistakes go to problems; empty if the kind cannot be told.
   */
  public static Optional<ProposedFile> read(Path file, Problems problems) throws IOException {
    String shown = file.isAbsolute() ? file.toString() : "./" + file.normalize();
    String text = TextFile.decode(shown, Files.readAllBytes(file), problems);
    String name = file.getFileName().toString();
    Optional<String> kind = kindOfFolder(file.toAbsolutePath().normalize());
    if (kind.isEmpty() && name.endsWith(".yaml")) {
      kind = kindOfText(shown, text, problems);
    }
    return kind.filter(known -> DefinitionFiles.isDefinition(name))
        .map(known -> new ProposedFile(known + "/" + name, shown, text));
  }

  /** Which kind: {@code checks} of {@code checks/x.yaml}. */
  public String kind() {
    return name.substring(0, name.lastIndexOf('/'));
  }

  private static Optional<String> kindOfFolder(Path file) {
    Optional<Path> parent = Optional.ofNullable(file.getParent());
    Optional<String> folder = name(parent);
    Optional<String> above = name(parent.map(Path::getParent));
    if (above.filter(DefinitionFiles.EXCHANGE::equals).isPresent()) {
      return folder.map(inside -> DefinitionFiles.EXCHANGE + "/" + inside);
    }
    return folder.filter(OverlayFolder::isKind);
  }

  private static Optional<String> name(Optional<Path> folder) {
    return folder.map(Path::getFileName).map(Path::toString);
  }

  private static Optional<String> kindOfText(String shown, String text, Problems problems) {
    Optional<Entry> entry = DefinitionFiles.parse(shown, text, problems);
    return entry.flatMap(
        root ->
            KINDS.stream()
                .filter(known -> root.has(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
  }
}
