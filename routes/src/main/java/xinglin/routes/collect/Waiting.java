package xinglin.routes.collect;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file that lies in the inbox and has stopped changing.
 *
 * @param folder name of the sub-folder it lies in, empty for the inbox itself
 */
record Waiting(Path file, String folder, long bytes, FileTime modified) {

  String name() {
    return file.getFileName().toString();
  }

  Path companion() {
    return file.resolveSibling(name() + InboxListing.COMPANION);
  }

  /** What makes it the same file in the same state. */
  String key() {
    return file + "|" + bytes + "|" + modified;
  }
}
