package xinglin.jobs.exchange.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.Profiles;

/** Unpacks a package whose seal is good and checks everything that it says about itself. */
public final class PackageReader {
  private static final int BLOCK = 1 << 16;
  private final Profiles profiles;
  private final PackageLimits limits;

  public PackageReader(Profiles profiles, PackageLimits limits) {
    this.profiles = profiles;
    this.limits = limits;
  }

  /**
   * @param data where the data part is written
   * @param check what the manifest has to be for this receiver
   * @throws RefusedException for the first thing that is wrong, in the order of section 7
   * @throws IOException if the disk fails
   */
  public OpenedPackage read(Path package_, Path data, ManifestCheck check)
      throws RefusedException, IOException {
    try (ZipFile zip = new ZipFile(package_.toFile(), StandardCharsets.ISO_8859_1)) {
      return read(zip, data, check);
    } catch (ZipException e) {
      throw Refusal.CONTAINER_DAMAGED.plain();
    }
  }

  private OpenedPackage read(ZipFile zip, Path data, ManifestCheck check)
      throws RefusedException, IOException {
    List<ZipEntry> entries = zip.stream().map(ZipEntry.class::cast).collect(Collectors.toList());
    if (entries.size() > limits.entries()) {
      throw new RefusedException(
          Refusal.LIMIT_EXCEEDED
              .issue()
              .with("what", "文件数")
              .with("what_en", "entries")
              .with("limit", String.valueOf(limits.entries())));
    }
    byte[] bytes = manifest(zip, entries);
    Manifest manifest = ManifestJson.read(bytes);
    Profile profile = profile(manifest);
    checkEntries(entries, manifest);
    check.check(manifest);
    checkItself(manifest, profile);
    for (Part part : manifest.parts()) {
      boolean isData = part.role() == Part.Role.DATA;
      try (OutputStream out =
          isData ? Files.newOutputStream(data) : OutputStream.nullOutputStream()) {
        unpack(zip, part, out);
      }
    }
    compare(manifest, DataPart.count(data, profile));
    return new OpenedPackage(manifest, Digests.of(bytes), profile, data);
  }

  private static byte[] manifest(ZipFile zip, List<ZipEntry> entries)
      throws RefusedException, IOException {
    List<ZipEntry> found =
        entries.stream().filter(entry -> entry.getName().equals(Manifest.ENTRY)).toList();
    if (found.size() != 1) {
      throw Refusal.MANIFEST_MISSING.plain();
    }
    try (InputStream in = zip.getInputStream(found.get(0))) {
      byte[] bytes = in.readNBytes(ManifestJson.MOST_BYTES + 1);
      if (bytes.length > ManifestJson.MOST_BYTES) {
        throw Refusal.MANIFEST_INVALID.because("超过 64 KiB", "it is longer than 64 KiB");
      }
      checkSum(found.get(0), bytes);
      return bytes;
    }
  }

  private static void checkSum(ZipEntry entry, byte[] bytes) throws RefusedException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if (sum.getValue() != entry.getCrc()) {
      throw Refusal.CONTAINER_DAMAGED.plain();
    }
  }

  private Profile profile(Manifest manifest) throws RefusedException {
    Profile profile =
        profiles
            .find(manifest.profile())
            .orElseThrow(() -> Refusal.PROFILE_UNKNOWN.of(manifest.profile()));
    if (!manifest.suite().equals(Manifest.SUITE)) {
      throw Refusal.SUITE_UNKNOWN.of(manifest.suite());
    }
    return profile;
  }

  private static void checkEntries(List<ZipEntry> entries, Manifest manifest)
      throws RefusedException {
    Set<String> allowed =
        manifest.parts().stream().map(Part::name).collect(Collectors.toCollection(HashSet::new));
    allowed.add(Manifest.ENTRY);
    for (ZipEntry entry : entries) {
      // Each name once: what was seen is allowed no more.
      if (!allowed.remove(entry.getName())) {
        throw Refusal.ENTRY_REFUSED.of(readable(entry.getName()));
      }
    }
  }

  private void checkItself(Manifest manifest, Profile profile) throws RefusedException {
    long bytes = 0;
    for (Part part : manifest.parts()) {
      bytes += Math.min(part.bytes(), Long.MAX_VALUE / manifest.parts().size());
    }
    if (bytes > limits.unpackedBytes()) {
      throw PackageLimits.bytes("解压后的大小", "unpacked bytes", limits.unpackedBytes());
    }
    if (!manifest.data().name().equals(profile.data())) {
      throw Refusal.MANIFEST_INVALID.because(
          "数据文件应名为 " + profile.data(), "the data part must be called " + profile.data());
    }
    if (!manifest.amounts().keySet().equals(Set.copyOf(profile.amounts()))) {
      throw Refusal.MANIFEST_INVALID.because(
          "“amounts”应为 " + String.join("、", profile.amounts()),
          "\"amounts\" must name " + String.join(", ", profile.amounts()));
    }
    int sum = manifest.states().values().stream().mapToInt(Integer::intValue).sum();
    if (sum > manifest.rows()
        || manifest.parts().stream().anyMatch(part -> part.rows() != manifest.rows())) {
      throw Refusal.MANIFEST_INVALID.because("行数互相矛盾", "its counts contradict each other");
    }
    if ((manifest.sequence() == 1) != manifest.previous().isEmpty()) {
      throw Refusal.MANIFEST_INVALID.because(
          "只有第 1 个包的“previous”为 null", "\"previous\" must be null for number 1 only");
    }
  }

  private static void unpack(ZipFile zip, Part part, OutputStream out)
      throws RefusedException, IOException {
    ZipEntry entry = zip.getEntry(part.name());
    if (entry == null) {
      throw Refusal.PART_MISSING.of(part.name());
    }
    MessageDigest digest = Digests.sha256();
    CRC32 sum = new CRC32();
    long size = 0;
    byte[] block = new byte[BLOCK];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        size += read;
        if (size > part.bytes()) {
          throw Refusal.PART_DIFFERS.of(part.name());
        }
        digest.update(block, 0, read);
        sum.update(block, 0, read);
        out.write(block, 0, read);
      }
    } catch (java.io.EOFException e) {
      throw Refusal.CONTAINER_DAMAGED.plain();
    }
    if (sum.getValue() != entry.getCrc()) {
      throw Refusal.CONTAINER_DAMAGED.plain();
    }
    if (size != part.bytes() || !Digests.end(digest).equals(part.digest())) {
      throw Refusal.PART_DIFFERS.of(part.name());
    }
  }

  private static void compare(Manifest manifest, Tally tally) throws RefusedException {
    if (tally.rows() != manifest.rows()) {
      throw rows(tally.rows(), manifest.rows(), "记录", "records");
    }
    for (String state : Profile.STATES) {
      int found = tally.states().getOrDefault(state, 0);
      int stated = manifest.states().getOrDefault(state, 0);
      if (found != stated) {
        throw rows(found, stated, state + " 记录", state + " records");
      }
    }
    for (Map.Entry<String, BigDecimal> sum : tally.amounts().entrySet()) {
      BigDecimal stated = manifest.amounts().getOrDefault(sum.getKey(), BigDecimal.ZERO);
      if (sum.getValue().compareTo(stated) != 0) {
        throw new RefusedException(
            Refusal.AMOUNTS_DIFFER
                .issue()
                .with("column", sum.getKey())
                .sent(sum.getValue().toPlainString())
                .expecting(stated.toPlainString()));
      }
    }
  }

  private static RefusedException rows(int found, int stated, String zh, String en) {
    return new RefusedException(
        Refusal.ROWS_DIFFER
            .issue()
            .with("what", zh)
            .with("what_en", en)
            .sent(String.valueOf(found))
            .expecting(String.valueOf(stated)));
  }

  private static String readable(String name) {
    String utf8 =
        new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
            .replaceAll("\\p{Cntrl}", "?");
    return utf8.length() > 60 ? utf8.substring(0, 60) + "…" : utf8;
  }
}
