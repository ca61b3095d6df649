package xinglin.jobs.exchange.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipOutputStream;
import xinglin.jobs.exchange.RefusedException;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.Profiles;

/** Packages of a few invented records. */
final class TestPackages {
  static final Profiles PROFILES = Profiles.load();
  static final Profile PENALTIES = PROFILES.get("yrd-pen-1");
  private final Path folder;

  TestPackages(Path folder) {
    this.folder = folder;
  }

  static Manifest draft(int sequence) {
    return new Manifest(
        "yrd-pen-1",
        Manifest.SUITE,
        "310000",
        "320000",
        sequence,
        sequence == 1 ? Optional.empty() : Optional.of(Digests.of(new byte[] {1})),
        OffsetDateTime.parse("2024-07-15T18:00:00+08:00"),
        LocalDate.parse("2024-01-01"),
        LocalDate.parse("2024-06-30"),
        Identities.none(),
        0,
        Map.of(),
        Map.of(),
        List.of(),
        Optional.of("test"));
  }

  /** A record with what the manifest counts; everything else is filled in somehow. */
  static String record(String number, String fine, String confiscated, String state) {
    String[] cells = new String[PENALTIES.columns().size()];
    Arrays.fill(cells, "");
    set(cells, "CF_WSH", number);
    set(cells, "CF_NR_FK", fine);
    set(cells, "CF_NR_WFFF", confiscated);
    set(cells, "YRD_STATE", state);
    return String.join(",", cells);
  }

  private static void set(String[] cells, String code, String value) {
    cells[PENALTIES.header().indexOf(code)] = value;
  }

  static String header() {
    return String.join(",", PENALTIES.header());
  }

  Path csv(String... lines) throws IOException {
    return Files.writeString(folder.resolve("penalty.csv"), String.join("\n", lines) + "\n");
  }

  /** Three records: two known fines, one withdrawn. */
  Path someRecords() throws IOException {
    return csv(
        header(),
        record("沪卫医罚〔2024〕1号", "3", "0.5", "published"),
        record("沪卫医罚〔2024〕2号", "1.234567", "", "published"),
        record("\"沪卫医罚〔2024〕\n3号\"", "约三万", "2", "withdrawn"));
  }

  Path good() throws IOException, RefusedException {
    Path target = folder.resolve("good.zip");
    PackageWriter.write(draft(1), PENALTIES, someRecords(), Optional.empty(), target);
    return target;
  }

  /** A zip of whatever entries, in pairs of name and text. */
  Path zip(String... entries) throws IOException {
    Path target = folder.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        PackageWriter.entry(zip, entries[i]);
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return target;
  }
}
