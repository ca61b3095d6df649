package xinglin.routes.folder;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** A file that a partner laid down, as it was listed. */
record LaidFile(Path path, long bytes, Instant modified) {

  static LaidFile of(Path path, BasicFileAttributes attributes) {
    return new LaidFile(path, attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  String name() {
    return path.getFileName().toString();
  }

  /** What makes it the same file in the same state. */
  String key() {
    return name() + "|" + bytes + "|" + modified;
  }
}
