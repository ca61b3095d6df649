package xinglin.warehouse.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folders of {@code published/}: one for each run, {@code current} a symbolic link to one of
 * them. A reader that follows the link sees one whole run.
 */
final class RunFolders {
  private static final String CURRENT = "current";
  private static final String RUN_FILE = "run.json";
  private final Path published;
  private final ObjectMapper json = new ObjectMapper();

  RunFolders(Path published) {
    this.published = published;
  }

  /** A run made again under its own name must not take away the folder that readers look at. */
  String freeName(String run) throws IOException {
    String current = current().map(Publication::run).orElse("");
    String name = run;
    for (int again = 2; name.equals(current); again++) {
      name = run + "-" + again;
    }
    return name;
  }

  /** An empty folder in which a run is made; what an aborted run left there is gone. */
  Path prepare(String run) throws IOException {
    Path folder = published.resolve("." + run + ".part");
    delete(folder);
    return Files.createDirectories(folder);
  }

  Optional<Publication> current() throws IOException {
    Path link = published.resolve(CURRENT);
    return Files.isSymbolicLink(link)
        ? find(Files.readSymbolicLink(link).toString())
        : Optional.empty();
  }

  private Optional<Publication> find(String run) throws IOException {
    Path folder = published.resolve(run);
    Path file = folder.resolve(RUN_FILE);
    if (!Files.exists(file) || !Files.exists(folder.resolve(Publication.FILE))) {
      return Optional.empty();
    }
    JsonNode node = json.readTree(file.toFile());
    Map<String, Long> rows = new TreeMap<>();
    node.path("rows")
        .fields()
        .forEachRemaining(entry -> rows.put(entry.getKey(), entry.getValue().asLong()));
    return Optional.of(
        new Publication(
            run,
            folder,
            LocalDate.parse(node.path("date").asText()),
            node.path("digest").asText(),
            rows,
            false));
  }

  /** Writes run.json, makes all durable and gives the folder its name. */
  Publication seal(Path folder, String run, LocalDate date, String digest, Map<String, Long> rows)
      throws IOException {
    ObjectNode node = json.createObjectNode();
    node.put("run", run).put("date", date.toString()).put("digest", digest);
    ObjectNode counts = node.putObject("rows");
    new TreeMap<>(rows).forEach(counts::put);
    Files.writeString(folder.resolve(RUN_FILE), node.toPrettyString() + "\n");
    Files.setPosixFilePermissions(
        folder.resolve(Publication.FILE), PosixFilePermissions.fromString("r--r--r--"));
    force(folder.resolve(RUN_FILE));
    force(folder.resolve(Publication.FILE));
    force(folder);
    Path sealed = published.resolve(run);
    delete(sealed);
    Files.move(folder, sealed, StandardCopyOption.ATOMIC_MOVE);
    force(published);
    return new Publication(run, sealed, date, digest, rows, true);
  }

  /** Readers see the run from here on. */
  void switchTo(Publication publication) throws IOException {
    Path link = published.resolve("." + CURRENT + ".part");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(publication.run()));
    Files.move(link, published.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    force(published);
  }

  /** Removes all runs but the last {@code keep}; the current one always stays. */
  void prune(int keep) throws IOException {
    String current = current().map(Publication::run).orElse("");
    List<Path> runs = new ArrayList<>();
    try (Stream<Path> folders = Files.list(published)) {
      folders
          .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
          .filter(folder -> Files.exists(folder.resolve(RUN_FILE)))
          .filter(folder -> !folder.getFileName().toString().equals(current))
          .forEach(runs::add);
    }
    Map<Path, Long> written = new TreeMap<>();
    for (Path run : runs) {
      written.put(run, Files.getLastModifiedTime(run.resolve(RUN_FILE)).toMillis());
    }
    runs.sort(
        Comparator.comparing((Path run) -> written.getOrDefault(run, 0L))
            .thenComparing(Comparator.naturalOrder())
            .reversed());
    for (Path old : runs.subList(Math.min(keep - 1, runs.size()), runs.size())) {
      delete(old);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
