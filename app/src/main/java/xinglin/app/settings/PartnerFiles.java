package xinglin.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xinglin.jobs.load.Partner;
import xinglin.jobs.sender.Proof;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.partner.ImapChannel;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/**
 * Reads {@code config/partners/}: one YAML file a partner (the file's name is the partner's id),
 * and lists as CSV ({@code address,division_code,division_name}, an address a line, its partner's
 * id the division code).
 */
public final class PartnerFiles {
  /** Where accepted host keys are kept, beside the partners. */
  public static final String KNOWN_HOSTS = "known_hosts";

  /** Where fingerprints of accepted signing keys are kept. */
  public static final String KNOWN_KEYS = "known_keys";

  private static final String HEADER = "address,division_code,division_name";
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;:\"()]+@[^\\s@<>,;:\"()]+\\.[^\\s@<>,;:\"()]+");
  private final PartnerDirectory.Builder directory = new PartnerDirectory.Builder();
  private final Path config;
  private final DayLimits perPartner;
  private final Problems problems;

  private PartnerFiles(Path config, DayLimits perPartner, Problems problems) {
    this.config = config;
    this.perPartner = perPartner;
    this.problems = problems;
  }

  /**
   * Reads all partners of a home; mistakes are reported to {@code problems}.
   *
   * @param perPartner what a partner may deliver on a day whose file says nothing, or half of it
   */
  public static PartnerDirectory read(Path home, DayLimits perPartner, Problems problems) {
    PartnerFiles files = new PartnerFiles(home.resolve("config"), perPartner, problems);
    Path folder = files.config.resolve("partners");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> listed = Files.list(folder)) {
        for (Path file : listed.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".yaml")) {
            files.readYaml(file, name);
          } else if (name.endsWith(".csv")) {
            files.readCsv(file, name);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read partners: " + folder, e);
      }
    }
    return files.directory.build();
  }

  private void readYaml(Path file, String name) throws IOException {
    String id = name.substring(0, name.length() - ".yaml".length());
    String path = "config/partners/" + name;
    if (!ID.matcher(id).matches()) {
      problems.add(
          path, 1, Mistake.of("a partner is called by letters, digits, . _ -, not {0}", id));
      return;
    }
    if (id.equals(ImapChannel.OFFICE)) {
      problems.add(path, 1, Mistake.of("a partner cannot be called {0}: that is this office", id));
      return;
    }
    DefinitionFiles.parse(path, file, problems).ifPresent(entry -> partner(id, path, entry));
  }

  private void partner(String id, String path, Entry entry) {
    List<String> addresses = entry.texts("addresses");
    for (String address : addresses) {
      checkAddress(address, id, path, entry.line(), Optional.of(entry));
    }
    Partner partner =
        new Partner(id, entry.text("name"), entry.findText("division"), addresses, required(entry));
    directory.add(partner, path, entry.line());
    directory.add(id, AnswerEntry.read(id, entry, config));
    entry
        .find("limits")
        .ifPresent(limits -> directory.add(id, DayLimitsEntry.read(limits, perPartner)));
    entry
        .find("exchange")
        .ifPresent(
            exchange -> directory.add(ExchangeEntry.read(id, exchange, config), path, exchange));
    Optional<Entry> channels = entry.find("channels");
    channels
        .flatMap(known -> known.find("sftp"))
        .ifPresent(
            sftp -> {
              directory.schedule(id + "/sftp", ScheduleEntry.find(sftp));
              directory.add(SftpEntry.read(id, sftp, config));
            });
    channels
        .flatMap(known -> known.find("imap"))
        .ifPresent(
            imap -> {
              directory.schedule(id + "/imap", ScheduleEntry.find(imap));
              directory.add(ImapEntry.read(id, imap, config));
            });
    channels
        .flatMap(known -> known.find("folder"))
        .ifPresent(
            folder -> {
              directory.schedule(id + "/folder", ScheduleEntry.find(folder));
              directory.add(FolderEntry.read(id, folder));
            });
    channels.ifPresent(Entry::done);
    entry.done();
  }

  private static Set<Proof> required(Entry entry) {
    Set<Proof> required = EnumSet.noneOf(Proof.class);
    List<String> known = Arrays.stream(Proof.values()).map(Proof::method).toList();
    for (String word : entry.texts("requires")) {
      if (known.contains(word)) {
        required.add(Proof.values()[known.indexOf(word)]);
      } else {
        entry.problem(
            "requires", Mistake.of("\"{0}\" is not one of {1}", word, known).near(word, known));
      }
    }
    return required;
  }

  private void readCsv(Path file, String name) throws IOException {
    String path = "config/partners/" + name;
    List<String> lines = DefinitionFiles.readText(path, file, problems).lines().toList();
    if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").equals(HEADER)) {
      problems.add(path, 1, Mistake.of("the first line must be {0}", HEADER));
      return;
    }
    for (int line = 1; line < lines.size(); line++) {
      String[] cells = lines.get(line).split(",", -1);
      if (cells.length == 3 && cells[1].matches("[0-9]{6}([0-9]{3})?")) {
        checkAddress(cells[0], cells[1], path, line + 1, Optional.empty());
        directory.add(
            new Partner(cells[1], cells[2], Optional.of(cells[1]), List.of(cells[0])),
            path,
            line + 1);
      } else if (!lines.get(line).isBlank()) {
        problems.add(
            path,
            line + 1,
            Mistake.of("expected an address, a division code of six or nine digits and a name"));
      }
    }
  }

  private void checkAddress(
      String address, String id, String path, int line, Optional<Entry> entry) {
    Optional<Mistake> mistake =
        ADDRESS.matcher(address).matches()
            ? directory
                .owner(address, id)
                .map(
                    other ->
                        Mistake.of("the address {0} is registered for {1} already", address, other))
            : Optional.of(Mistake.of("{0} is no mail address", address));
    mistake.ifPresent(
        known ->
            entry.ifPresentOrElse(
                yaml -> yaml.problem("addresses", known), () -> problems.add(path, line, known)));
  }
}
