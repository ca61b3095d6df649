package xinglin.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import xinglin.jobs.load.Partner;
import xinglin.jobs.load.Partners;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/**
 * Reads {@code config/partners/}: one YAML file a partner ({@code name}, {@code division}, {@code
 * addresses}; the file's name is the partner's id), and lists as CSV ({@code
 * address,division_code,division_name}, a partner a line, its id the division code).
 */
public final class PartnerFiles {
  private static final String HEADER = "address,division_code,division_name";

  private PartnerFiles() {}

  /** Reads all partners of a home; mistakes are reported to {@code problems}. */
  public static Partners read(Path home, Problems problems) {
    Path folder = home.resolve("config/partners");
    List<Partner> partners = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".yaml")) {
            readYaml(file, name, partners, problems);
          } else if (name.endsWith(".csv")) {
            readCsv(file, name, partners, problems);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read partners: " + folder, e);
      }
    }
    return new Partners(partners);
  }

  private static void readYaml(Path file, String name, List<Partner> partners, Problems problems)
      throws IOException {
    String id = name.substring(0, name.length() - ".yaml".length());
    DefinitionFiles.parse("config/partners/" + name, file, problems)
        .ifPresent(entry -> partners.add(partner(id, entry)));
  }

  private static Partner partner(String id, Entry entry) {
    Partner partner =
        new Partner(id, entry.text("name"), entry.findText("division"), entry.texts("addresses"));
    entry.done();
    return partner;
  }

  private static void readCsv(Path file, String name, List<Partner> partners, Problems problems)
      throws IOException {
    String path = "config/partners/" + name;
    List<String> lines = Files.readString(file).lines().toList();
    if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").equals(HEADER)) {
      problems.add(path, 1, Mistake.of("the first line must be {0}", HEADER));
      return;
    }
    for (int line = 1; line < lines.size(); line++) {
      String[] cells = lines.get(line).split(",", -1);
      if (cells.length == 3 && cells[1].matches("[0-9]{6}([0-9]{3})?")) {
        partners.add(
            new Partner(cells[1], cells[2], java.util.Optional.of(cells[1]), List.of(cells[0])));
      } else if (!lines.get(line).isBlank()) {
        problems.add(
            path,
            line + 1,
            Mistake.of("expected an address, a division code of six or nine digits and a name"));
      }
    }
  }
}
