package xinglin.jobs.exchange.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import xinglin.jobs.exchange.RefusedException;
import xinglin.schemas.exchange.profile.Profile;

/** Packs data files into a package; the same draft and files give the same bytes. */
public final class PackageWriter {
  private static final int BLOCK = 1 << 16;

  /** All entries have it, so that packing again gives the same bytes. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private PackageWriter() {}

  /**
   * Writes a package.
   *
   * @param draft everything but what its files say: rows, states, amounts and parts are filled in
   * @param copy the records as Parquet, if they are sent, too
   * @return the manifest as written
   * @throws RefusedException if the data part is not as the profile says
   */
  public static Manifest write(
      Manifest draft, Profile profile, Path data, Optional<Path> copy, Path target)
      throws RefusedException, IOException {
    Tally tally = DataPart.count(data, profile);
    Map<String, Path> files = new LinkedHashMap<>();
    List<Part> parts = new ArrayList<>();
    files.put(profile.data(), data);
    parts.add(part(profile.data(), Part.Role.DATA, tally.rows(), data));
    if (copy.isPresent()) {
      files.put(profile.copy(), copy.get());
      parts.add(part(profile.copy(), Part.Role.COPY, tally.rows(), copy.get()));
    }
    Manifest manifest =
        new Manifest(
            draft.profile(),
            draft.suite(),
            draft.sender(),
            draft.receiver(),
            draft.sequence(),
            draft.previous(),
            draft.created(),
            draft.from(),
            draft.to(),
            draft.identities(),
            tally.rows(),
            tally.states(),
            tally.amounts(),
            parts,
            draft.producer());
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      entry(zip, Manifest.ENTRY);
      zip.write(ManifestJson.write(manifest));
      for (Map.Entry<String, Path> one : files.entrySet()) {
        entry(zip, one.getKey());
        Files.copy(one.getValue(), zip);
      }
    }
    return manifest;
  }

  /** Begins an entry that says nothing about when it was packed. */
  public static void entry(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
  }

  private static Part part(String name, Part.Role role, int rows, Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return new Part(name, role, rows, Files.size(file), Digests.end(digest));
  }
}
