package xinglin.jobs.exchange.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import xinglin.jobs.answer.OutboxFiles;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.pack.Digests;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.ManifestJson;
import xinglin.jobs.exchange.pack.PackageName;
import xinglin.jobs.exchange.pack.PackageWriter;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.warehouse.home.DurableFiles;
import xinglin.warehouse.home.Home;

/**
 * Packages as they were made, each in a folder of its own: {@code
 * sent/<partner>/<profile>/<package>/}, the plain zip and what was kept beside it. A folder appears
 * whole and durable or not at all, and is never written again.
 */
final class KeptPackages {
  private static final String SCHEDULED = "scheduled";
  private final Path root;

  KeptPackages(Home home) {
    this.root = home.sent();
  }

  /**
   * A package that lies there.
   *
   * @param digest of its manifest
   */
  record Kept(Path folder, Manifest manifest, String digest, Optional<LocalDate> scheduled) {
    String name() {
      return PackageName.of(manifest).text();
    }

    Path zip() {
      return folder.resolve(name() + PackageName.ZIP);
    }
  }

  /** Packs a shipment; the folder is there once this returns. */
  Kept make(Shipment shipment, Manifest draft, Profile profile)
      throws RefusedException, IOException {
    Path stream = stream(shipment.partner(), shipment.profile());
    createClosed(stream);
    Path building = stream.resolve(".building");
    delete(building);
    createClosed(building);
    Path zip = building.resolve("package.zip");
    Manifest manifest = PackageWriter.write(draft, profile, shipment.data(), shipment.copy(), zip);
    String name = PackageName.of(manifest).text();
    Path named = Files.move(zip, building.resolve(name + PackageName.ZIP));
    DurableFiles.force(named);
    for (Map.Entry<String, Path> one : shipment.beside().entrySet()) {
      Path target = building.resolve(one.getKey());
      Files.copy(one.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
      DurableFiles.force(target);
    }
    if (shipment.scheduled().isPresent()) {
      DurableFiles.writeAtomically(building.resolve(SCHEDULED), shipment.scheduled().get() + "\n");
    }
    DurableFiles.force(building);
    Files.move(building, stream.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.force(stream);
    return read(stream.resolve(name));
  }

  /** The package of a number in a stream, if one was made. */
  Optional<Kept> find(String partner, String profile, int sequence) throws IOException {
    Path stream = stream(partner, profile);
    String ending = String.format(Locale.ROOT, "-%06d", sequence);
    if (!Files.isDirectory(stream)) {
      return Optional.empty();
    }
    try (Stream<Path> inside = Files.list(stream)) {
      Optional<Path> folder =
          inside.filter(path -> path.getFileName().toString().endsWith(ending)).findFirst();
      return folder.isPresent() ? Optional.of(read(folder.get())) : Optional.empty();
    }
  }

  /** What was kept beside the packages of a stream under one name, in their order. */
  List<Path> beside(String partner, String profile, List<String> packages, String name) {
    Path stream = stream(partner, profile);
    return packages.stream()
        .map(one -> stream.resolve(one).resolve(name))
        .filter(Files::isRegularFile)
        .toList();
  }

  Path stream(String partner, String profile) {
    return root.resolve(OutboxFiles.folderName(partner)).resolve(profile);
  }

  private static Kept read(Path folder) throws IOException {
    Path zip = folder.resolve(folder.getFileName() + PackageName.ZIP);
    try (ZipFile file = new ZipFile(zip.toFile());
        InputStream in = file.getInputStream(file.getEntry(Manifest.ENTRY))) {
      byte[] bytes = in.readAllBytes();
      Path scheduled = folder.resolve(SCHEDULED);
      return new Kept(
          folder,
          ManifestJson.read(bytes),
          Digests.of(bytes),
          Files.exists(scheduled)
              ? Optional.of(
                  LocalDate.parse(Files.readString(scheduled, StandardCharsets.UTF_8).strip()))
              : Optional.empty());
    } catch (RefusedException e) {
      throw new IOException("Cannot read the manifest of " + zip, e);
    }
  }

  static void createClosed(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
