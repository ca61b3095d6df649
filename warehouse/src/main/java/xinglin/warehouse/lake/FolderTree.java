package xinglin.warehouse.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import xinglin.warehouse.failure.DeliveryException;

/** Deletes what lies in a folder. */
final class FolderTree {
  private FolderTree() {}

  /** Empties a folder, which stays with its permissions. */
  static void empty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new DeliveryException("Cannot empty " + folder, DeliveryException.Retry.SAFE, e);
    }
  }
}
