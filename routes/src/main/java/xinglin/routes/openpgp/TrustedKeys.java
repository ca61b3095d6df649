package xinglin.routes.openpgp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Fingerprints of signing keys that an operator accepted: {@code config/partners/known_keys}, a
 * line a key, {@code partner FINGERPRINT}. A fingerprint in the partner's YAML counts as well.
 */
public final class TrustedKeys {
  private final Path file;

  public TrustedKeys(Path file) {
    this.file = file;
  }

  /** Whether somebody accepted this key for this partner. */
  public synchronized boolean contains(String partner, String fingerprint) {
    return lines().contains(partner + " " + fingerprint);
  }

  /** Accepts a key; former ones stay, since keys overlap. */
  public synchronized void accept(String partner, String fingerprint) {
    if (contains(partner, fingerprint)) {
      return;
    }
    List<String> lines = new ArrayList<>(lines());
    lines.add(partner + " " + fingerprint);
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
