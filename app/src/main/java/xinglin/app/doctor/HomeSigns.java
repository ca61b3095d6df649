package xinglin.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeLock;
import xinglin.warehouse.home.LockHolder;
import xinglin.warehouse.seal.RestrictedKey;

/** The folder of a home: who may read what, its key, who holds it. */
record HomeSigns(Home home, Map<String, String> environment) {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  List<Sign> all() {
    List<Sign> signs = new ArrayList<>();
    signs.add(Sign.ok("home", "home", home.root()));
    signs.addAll(permissions());
    signs.add(key());
    signs.add(lock());
    signs.add(serve());
    return signs;
  }

  private List<Sign> permissions() {
    List<Sign> signs = new ArrayList<>();
    Stream.of(home.raw(), home.outbox(), home.warehouse(), home.restricted(), home.temporary())
        .forEach(folder -> open(folder, "700").ifPresent(signs::add));
    Stream.of(home.stateDatabase(), home.keyFile())
        .forEach(file -> open(file, "600").ifPresent(signs::add));
    Stream.of(home.root(), home.inbox(), home.raw(), home.published())
        .filter(folder -> !Files.isWritable(folder))
        .forEach(folder -> signs.add(Sign.wrong("permissions", "permissions.unwritable", folder)));
    return signs.isEmpty() ? List.of(Sign.ok("permissions", "permissions")) : signs;
  }

  private static Optional<Sign> open(Path path, String wanted) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
      return OWNER.containsAll(found)
          ? Optional.empty()
          : Optional.of(
              Sign.wrong(
                  "permissions",
                  "permissions.open",
                  path,
                  PosixFilePermissions.toString(found),
                  wanted));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + path, e);
    }
  }

  private Sign key() {
    boolean given = !environment.getOrDefault(RestrictedKey.VARIABLE, "").isBlank();
    if (!given && !Files.exists(home.keyFile())) {
      return hasRestrictedRows()
          ? Sign.wrong("key", "key.missing", home.keyFile(), RestrictedKey.VARIABLE)
          : Sign.ok("key", "key.later");
    }
    try {
      RestrictedKey key = RestrictedKey.of(home, environment);
      return given
          ? Sign.ok("key", "key.given", key.id(), RestrictedKey.VARIABLE)
          : Sign.ok("key", "key", key.id(), home.keyFile());
    } catch (IllegalStateException e) {
      return Sign.wrong("key", "key.wrong", String.valueOf(e.getMessage()));
    }
  }

  private boolean hasRestrictedRows() {
    try (Stream<Path> files = Files.walk(home.restricted())) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + home.restricted(), e);
    }
  }

  private Sign lock() {
    return HomeLock.holder(home)
        .map(holder -> Sign.ok("lock", "lock.held", holder.process(), since(holder)))
        .orElseGet(() -> Sign.ok("lock", "lock"));
  }

  private Sign serve() {
    return HomeLock.server(home)
        .map(holder -> Sign.ok("serve", "serve", holder.process(), since(holder), holder.note()))
        .orElseGet(() -> Sign.ok("serve", "serve.none"));
  }

  private static String since(LockHolder holder) {
    return holder.startedAt().map(MachineSigns.TIME::format).orElse("?");
  }
}
