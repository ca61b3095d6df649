package xinglin.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xinglin.warehouse.home.DurableFiles;
import xinglin.warehouse.publish.Publication;
import xinglin.warehouse.query.TableExport;

/**
 * The folder of a release: {@code published/releases/<name>/}. It is made apart and shown by one
 * rename, so it is complete or not there; {@code sha256sum -c SHA256SUMS} in it tells whether it
 * still is what it was.
 *
 * @param releases folder {@code published/releases} of a home
 */
record ReleaseFolder(Path releases, String name) {
  private static final String SUMS = "SHA256SUMS";
  private static final String ABOUT = "release.json";
  private static final String FILES = "files";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TableExport.Table DELIVERIES =
      new TableExport.Table("delivery", List.of("delivery_id"));

  Path path() {
    return releases.resolve(name);
  }

  boolean exists() {
    return Files.exists(path(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Freezes a run; returns the seal. */
  String freeze(Path run, ReleaseRequest request, String digest) throws IOException {
    Path part = releases.resolve("." + name + ".part");
    delete(part);
    Files.createDirectories(part);
    for (String file : List.of(Publication.FILE, "run.json", "sources.json")) {
      if (Files.exists(run.resolve(file))) {
        Files.copy(run.resolve(file), part.resolve(file));
      }
    }
    copy(run.resolve("exports"), part.resolve("exports"));
    Path inputs = Files.createDirectories(part.resolve("inputs"));
    new TableExport(part.resolve(Publication.FILE)).csv(DELIVERIES, inputs.resolve("delivery.csv"));
    ObjectNode about = JSON.createObjectNode();
    about.put("release", name).put("run", run.getFileName().toString()).put("digest", digest);
    about.put("released_at", request.at().toString());
    request.embargo().ifPresent(until -> about.put("embargo_until", until.toString()));
    about.put("reason", request.reason()).put("by", request.by());
    describeFiles(part, about);
    Files.writeString(part.resolve(ABOUT), about.toPrettyString() + "\n");
    StringBuilder sums = new StringBuilder();
    digests(part).forEach((file, sum) -> sums.append(sum).append("  ").append(file).append('\n'));
    Files.writeString(part.resolve(SUMS), sums.toString());
    String seal = sha256(part.resolve(SUMS));
    protect(part);
    Files.move(part, path(), StandardCopyOption.ATOMIC_MOVE);
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("r-xr-xr-x"));
    DurableFiles.force(releases);
    return seal;
  }

  /** What release.json says, with the seal of the folder as it is: for one that was cut short. */
  Release describe() throws IOException {
    var about = JSON.readTree(path().resolve(ABOUT).toFile());
    return new Release(
        name,
        about.path("run").asText(),
        about.path("digest").asText(),
        java.time.Instant.parse(about.path("released_at").asText()),
        about.has("embargo_until")
            ? java.util.Optional.of(java.time.Instant.parse(about.path("embargo_until").asText()))
            : java.util.Optional.empty(),
        about.path("reason").asText(),
        about.path("by").asText(),
        sha256(path().resolve(SUMS)));
  }

  /** Files that are not what they were, or more or fewer than there were; empty if it is whole. */
  List<String> altered(String seal) throws IOException {
    return altered(seal, file -> true);
  }

  /**
   * The same, with only those read whose size or time of writing is not what release.json says,
   * which is read always; of a release without these, those that were written after the list.
   */
  List<String> touched(String seal) throws IOException {
    Path list = path().resolve(SUMS);
    if (!Files.exists(list)) {
      return List.of(SUMS);
    }
    FileTime sealed = Files.getLastModifiedTime(list);
    Path about = path().resolve(ABOUT);
    JsonNode files =
        Files.isRegularFile(about)
            ? JSON.readTree(about.toFile()).path(FILES)
            : MissingNode.getInstance();
    return altered(
        seal,
        file -> {
          JsonNode then = files.path(path().relativize(file).toString());
          long modified = file.toFile().lastModified();
          return then.isMissingNode()
              ? files.isObject() || modified > sealed.toMillis()
              : then.path("bytes").asLong() != file.toFile().length()
                  || then.path("modified_ms").asLong() != modified;
        });
  }

  /** Size and time of writing of each file, for {@link #touched}. */
  private static void describeFiles(Path folder, ObjectNode about) throws IOException {
    ObjectNode all = about.putObject(FILES);
    for (String name : files(folder).stream().sorted().toList()) {
      Path file = folder.resolve(name);
      all.putObject(name)
          .put("bytes", Files.size(file))
          .put("modified_ms", file.toFile().lastModified());
    }
  }

  private List<String> altered(String seal, Predicate<Path> isRead) throws IOException {
    Path list = path().resolve(SUMS);
    if (!Files.exists(list) || !sha256(list).equals(seal)) {
      return List.of(SUMS);
    }
    Set<String> found = new TreeSet<>(files(path()));
    List<String> altered = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      String name = line.substring(line.indexOf("  ") + 2);
      Path file = path().resolve(name);
      if (!found.remove(name) || (isRead.test(file) && !line.startsWith(sha256(file) + "  "))) {
        altered.add(name);
      }
    }
    altered.addAll(found);
    return altered;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.equals(SUMS))
          .toList();
    }
  }

  /** Of all files but the list itself, by path. */
  private static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        if (!path.equals(SUMS)) {
          digests.put(path, sha256(file));
        }
      }
    }
    return digests;
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void protect(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        boolean isFolder = Files.isDirectory(path);
        if (isFolder) {
          DurableFiles.force(path);
        } else {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
          DurableFiles.force(path);
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
        }
        if (isFolder && !path.equals(folder)) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
      }
    }
  }

  /** What a freeze that was cut short left there. */
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.toList();
    }
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    for (Path path : paths.stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }
}
