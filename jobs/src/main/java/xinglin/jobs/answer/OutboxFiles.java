package xinglin.jobs.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;

/**
 * Writes files of the outbox under a temporary name and renames them: whoever watches the folder
 * never sees half a file.
 */
public final class OutboxFiles {
  private final Path root;
  private final Path outbox;

  public OutboxFiles(Home home) {
    this.root = home.root();
    this.outbox = home.outbox();
  }

  /** Writes one file. */
  @FunctionalInterface
  public interface Content {
    void write(Path file) throws IOException;
  }

  /** Path of a file that was written before, relative to the home. */
  public Optional<String> find(String partner, String name) {
    Path file = outbox.resolve(folderName(partner)).resolve(name);
    return Files.exists(file) ? Optional.of(root.relativize(file).toString()) : Optional.empty();
  }

  /** Writes or replaces {@code outbox/<partner>/<name>}; returns its path relative to the home. */
  public String write(String partner, String name, Content content) {
    Path folder = outbox.resolve(folderName(partner));
    Path file = folder.resolve(name);
    Path draft = folder.resolve("." + name + ".part");
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      content.write(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return root.relativize(file).toString();
    } catch (IOException e) {
      throw new DeliveryException("Cannot write answer " + file, DeliveryException.Retry.SAFE, e);
    }
  }

  /**
   * A partner's name as one folder: an envelope is written by others and must not lead elsewhere.
   */
  public static String folderName(String partner) {
    String safe = partner.replaceAll("[^\\p{L}\\p{N}@._-]", "_").replaceFirst("^\\.+", "_");
    return safe.isEmpty() ? "_" : safe;
  }
}
