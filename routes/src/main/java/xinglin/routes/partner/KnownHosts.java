package xinglin.routes.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Host keys that an operator accepted: {@code config/partners/known_hosts}, a line a server, {@code
 * host:port SHA256:fingerprint}. Partners' own files are never rewritten; a fingerprint that stands
 * there comes first.
 */
public final class KnownHosts {
  private final Path file;

  public KnownHosts(Path file) {
    this.file = file;
  }

  /** The fingerprint accepted for a server. */
  public synchronized Optional<String> find(String host, int port) {
    return lines().stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(parts -> parts.length == 2 && parts[0].equals(host + ":" + port))
        .map(parts -> parts[1])
        .findFirst();
  }

  /** Accepts a fingerprint for a server, instead of a former one. */
  public synchronized void accept(String host, int port, String fingerprint) {
    List<String> lines = new ArrayList<>(lines());
    lines.removeIf(line -> line.startsWith(host + ":" + port + " "));
    lines.add(host + ":" + port + " " + fingerprint);
    try {
      Path draft = file.resolveSibling("." + file.getFileName() + ".part");
      Files.write(draft, lines);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
