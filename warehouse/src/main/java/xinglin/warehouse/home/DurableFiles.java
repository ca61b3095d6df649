package xinglin.warehouse.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Makes files survive a power cut: contents first, then the folder entry. */
public final class DurableFiles {
  private DurableFiles() {}

  /** Forces the content of a file, or the entries of a folder, to disk. */
  public static void force(Path path) throws IOException {
    StandardOpenOption mode =
        Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  /** Writes a small file so that readers see the old text or the new one, never a part. */
  public static void writeAtomically(Path path, String text) throws IOException {
    Path folder = path.resolveSibling("");
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    force(draft);
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folder);
  }
}
