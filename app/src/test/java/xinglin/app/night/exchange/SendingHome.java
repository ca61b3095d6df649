package xinglin.app.night.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.app.assembly.Workplace;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.seal.Signer;
import xinglin.routes.openpgp.KeyRing;
import xinglin.routes.openpgp.OpenPgpSealing;
import xinglin.routes.openpgp.OwnKey;
import xinglin.routes.openpgp.PartnerKey;
import xinglin.routes.openpgp.Term;
import xinglin.routes.openpgp.TrustedKeys;
import xinglin.routes.partner.Secret;
import xinglin.schemas.exchange.profile.Profiles;

/** A home of 320000 that sends to three regions, each by its own agreement, into their folders. */
record SendingHome(Path home, Path regions) {
  static final List<String> HEADER = Profiles.load().get("yrd-pen-1").header();
  private static final String OWN = "D2004E3A3796AFC53382217E1E6CF34FB0F71676";
  private static final Term TERM = new Term(LocalDate.parse("2024-01-01"), Optional.empty());

  /** A region of the agreements, and the key of the kit that it has. */
  enum Region {
    KEYED(
        "310000",
        "310000-2024",
        "3FB1FE843CCD76155BC9538E2EE5F24B84CB29B5",
        "identities: keyed, key: {name: sh-js-2024, secret: \"file:shared.key\"}, since: 2024-01-01"),
    NONE(
        "330000",
        "330000-2024",
        "86491BDBE2F63E685CC0A08A8B80DB4D7D72B78F",
        "divisions: [\"320100\"], practice_types: [western, chinese], leave_out: [YRD_RISK_POINT], since: 2024-01-01"),
    PLAIN(
        "340000",
        "stranger",
        "5B4AF732F2C8B4412CF7416110BE262F4B9A7641",
        "identities: plain, purpose: 追究再犯, unlicensed_only: false, since: 2023-01-01");

    private final String id;
    private final String key;
    private final String fingerprint;
    private final String agreement;

    Region(String id, String key, String fingerprint, String agreement) {
      this.id = id;
      this.key = key;
      this.fingerprint = fingerprint;
      this.agreement = agreement;
    }

    String id() {
      return id;
    }
  }

  static SendingHome of(Path folder) throws IOException {
    SendingHome made = new SendingHome(folder.resolve("home"), folder.resolve("regions"));
    Path config = Files.createDirectories(made.home.resolve("config"));
    Path keys = Files.createDirectories(config.resolve("partners/keys"));
    Files.createDirectories(made.home.resolve("inbox"));
    secret(KitHome.KIT.resolve("keys/320000-2024.secret.asc"), config.resolve("own.asc"));
    Files.writeString(
        config.resolve("shared.key"),
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");
    Files.setPosixFilePermissions(
        config.resolve("shared.key"), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        config.resolve("xinglin.yml"),
        """
        exchange:
          id: "320000"
          keys:
            - {file: "file:own.asc", from: 2024-01-01}
        """);
    for (Region region : Region.values()) {
      Files.createDirectories(made.regions.resolve(region.id));
      Files.copy(
          KitHome.KIT.resolve("keys/" + region.key + ".public.asc"),
          keys.resolve(region.key + ".asc"));
      Files.writeString(
          config.resolve("partners/" + region.id + ".yaml"),
          """
          name: 对方地区
          division: "%s"
          exchange:
            keys:
              - {file: partners/keys/%s.asc, from: 2024-01-01, fingerprint: %s}
            receives:
              - {profile: yrd-pen-1, identities: [none, keyed, plain], sealed: false}
            sends:
              - {profile: yrd-pen-1, %s}
          channels:
            folder: {path: "%s"}
          """
              .formatted(
                  region.id,
                  region.key,
                  region.fingerprint,
                  region.agreement,
                  made.regions.resolve(region.id)));
    }
    return made;
  }

  private static void secret(Path from, Path to) throws IOException {
    Files.copy(from, to);
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
  }

  Workplace place(String now) {
    return Workplace.openOrCreate(home, Clocks.fixed(now));
  }

  NightResult night(String now) {
    return new Night(place(now), Progress.SILENT).run(Night.Steps.ALL);
  }

  /** A file of records comes from a partner. */
  void deliver(String name, String partner, String at, List<Map<String, String>> rows)
      throws IOException {
    Path file = home.resolve("inbox").resolve(name);
    Files.writeString(
        file.resolveSibling(name + ".envelope.json"),
        "{\"partner\": \"%s\", \"received_at\": \"%s\"}".formatted(partner, at));
    Files.writeString(file, csv(rows));
  }

  static String csv(List<Map<String, String>> rows) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      for (Map<String, String> row : rows) {
        csv.writeRecord(HEADER.stream().map(code -> row.getOrDefault(code, "")).toList());
      }
    }
    return text.toString();
  }

  /** Sealed packages that lie in the folder of a region, by name. */
  Map<String, Path> arrived(Region region) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    Path folder = regions.resolve(region.id).resolve("packages");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        inside.forEach(file -> files.put(file.getFileName().toString(), file));
      }
    }
    return files;
  }

  /** Opens the package of a number with the region's own key; returns its parts as texts. */
  Map<String, String> open(Region region, int sequence) throws IOException, RefusedException {
    Path sealed =
        arrived(region).entrySet().stream()
            .filter(one -> one.getKey().endsWith("-%06d.zip.gpg".formatted(sequence)))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new IOException("Cannot find package " + sequence));
    Path keys = Files.createTempDirectory("region");
    secret(KitHome.KIT.resolve("keys/" + region.key + ".secret.asc"), keys.resolve("secret.asc"));
    OpenPgpSealing sealing =
        new OpenPgpSealing(
            new KeyRing(
                List.of(new OwnKey(new Secret("file:secret.asc", keys), Optional.empty(), TERM)),
                List.of(
                    new PartnerKey(
                        "320000",
                        KitHome.KIT.resolve("keys/320000-2024.public.asc"),
                        TERM,
                        Optional.of(OWN))),
                new TrustedKeys(keys.resolve("known_keys")),
                Map.of()));
    Path plain = keys.resolve("plain.zip");
    Signer signer =
        sealing.open(sealed, plain, Instant.parse("2024-12-31T00:00:00Z"), Long.MAX_VALUE);
    if (!signer.partner().equals("320000")) {
      throw new IOException("signed by " + signer);
    }
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(plain.toFile())) {
      for (var entry : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        parts.put(
            entry.getName(),
            new String(
                bytes,
                entry.getName().endsWith(".parquet")
                    ? StandardCharsets.ISO_8859_1
                    : StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** Records of a data part; empty cells left out. */
  static List<Map<String, String>> rows(String csv) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      for (CsvRecord record : reader) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
          if (!record.getField(i).isEmpty()) {
            row.put(HEADER.get(i), record.getField(i));
          }
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows.subList(1, rows.size());
  }
}
