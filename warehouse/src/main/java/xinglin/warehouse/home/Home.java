package xinglin.warehouse.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A home folder and where things lie in it. It knows its own absolute path, because table metadata
 * holds absolute paths: a home that was moved or copied by hand is refused.
 */
public final class Home {
  private static final String MARKER = ".xinglin-home";

  /** What a home may find in its folder: put there beforehand, or by a start that was killed. */
  private static final Set<String> OWN =
      Set.of(
          "config",
          "inbox",
          "published",
          "raw",
          "warehouse",
          "outbox",
          "sent",
          "tmp",
          MARKER + ".new");

  private final Path root;

  private Home(Path root) {
    this.root = root;
  }

  /** Opens the home at this path, or makes one if the folder is empty or not there. */
  public static Home openOrCreate(Path path) {
    return find(path).orElseGet(() -> create(path));
  }

  /** The home at this path, if there is one. */
  public static Optional<Home> find(Path path) {
    return Files.exists(path.resolve(MARKER)) ? Optional.of(open(path)) : Optional.empty();
  }

  /**
   * Opens an existing home; throws {@link HomeException} if there is none or if it was moved by
   * hand.
   */
  public static Home open(Path path) {
    Path root = path.toAbsolutePath().normalize();
    Path marker = root.resolve(MARKER);
    try {
      if (!Files.exists(marker)) {
        throw new HomeException(
            HomeException.Reason.MISSING, "Cannot find a home in " + root + ": no " + MARKER);
      }
      Path known = Path.of(Files.readString(marker).strip());
      Path real = root.toRealPath();
      if (!known.equals(real)) {
        throw new HomeException(
            HomeException.Reason.MOVED,
            "Cannot open home "
                + real
                + ": it was made as "
                + known
                + " and moved or copied by hand; use `xinglin restore` to put it on another path");
      }
      return new Home(real);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open home: " + root, e);
    }
  }

  /**
   * Makes a new home. The folder may exist with {@code config/} and {@code inbox/} in it; throws
   * {@link HomeException} if it holds anything else.
   */
  public static Home create(Path path) {
    try {
      Path root = Files.createDirectories(path.toAbsolutePath().normalize()).toRealPath();
      try (Stream<Path> inside = Files.list(root)) {
        List<String> strangers =
            inside
                .map(child -> child.getFileName().toString())
                .filter(name -> !OWN.contains(name))
                .sorted()
                .toList();
        if (!strangers.isEmpty()) {
          throw new HomeException(
              HomeException.Reason.OCCUPIED,
              "Cannot make a home in " + root + ": it already holds " + strangers);
        }
      }
      Home home = new Home(root);
      for (Path open : List.of(home.config(), home.partners(), home.inbox(), home.published())) {
        Files.createDirectories(open);
      }
      for (Path closed :
          List.of(
              home.raw(),
              home.warehouse(),
              home.pending(),
              home.outbox(),
              home.sent(),
              home.temporary())) {
        closedFolder(closed);
      }
      closedFolder(home.restricted());
      Path draft = root.resolve(MARKER + ".new");
      Files.writeString(draft, root + "\n");
      Files.move(draft, root.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make home: " + path, e);
    }
  }

  /** Makes a folder that only its owner may enter. */
  static void closedFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** Absolute, without symbolic links. */
  public Path root() {
    return root;
  }

  public Path config() {
    return root.resolve("config");
  }

  /** {@code config/xinglin.yml}; need not exist. */
  public Path settings() {
    return config().resolve("xinglin.yml");
  }

  public Path partners() {
    return config().resolve("partners");
  }

  public Path inbox() {
    return root.resolve("inbox");
  }

  public Path raw() {
    return root.resolve("raw");
  }

  public Path warehouse() {
    return root.resolve("warehouse");
  }

  /** Iceberg tables of encrypted rows; 0700. */
  public Path restricted() {
    return warehouse().resolve("restricted");
  }

  /** Files a run has written and not yet committed, by run. */
  public Path pending() {
    return warehouse().resolve("pending");
  }

  public Path stateDatabase() {
    return root.resolve("state.db");
  }

  public Path outbox() {
    return root.resolve("outbox");
  }

  /** Packages as they were sent to partner regions, with what was held back of each; 0700. */
  public Path sent() {
    return root.resolve("sent");
  }

  public Path published() {
    return root.resolve("published");
  }

  /** {@code published/current}: a symbolic link to the run on show. */
  public Path current() {
    return published().resolve("current");
  }

  /** Scratch space of a run, on the same disk; what lies here may be deleted between runs. */
  public Path temporary() {
    return root.resolve("tmp");
  }

  /** Key file of the restricted columns, if no key comes from the environment; 0600. */
  public Path keyFile() {
    return root.resolve(".restricted-key");
  }
}
