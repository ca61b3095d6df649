package xinglin.routes.collect;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Lists the files of a folder that have stopped changing: two listings agree on size and time. The
 * second one is taken a moment later, but only if anything is so young that it may still be
 * written. Hidden and temporary files are left alone; sub-folders are walked.
 */
final class InboxListing {
  static final String COMPANION = ".envelope.json";
  private static final Duration YOUNG = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final List<String> TEMPORARY =
      List.of(".part", ".tmp", ".filepart", ".crdownload", ".partial");

  private InboxListing() {}

  /**
   * Stable files in the order of their paths, their envelopes left out; empty if there is no such
   * folder.
   */
  static List<Waiting> stable(Path inbox) throws IOException {
    Map<Path, Seen> first = list(inbox);
    if (first.isEmpty()) {
      return List.of();
    }
    Instant young = Instant.now().minus(YOUNG);
    boolean settle =
        first.values().stream().anyMatch(seen -> seen.modified().toInstant().isAfter(young));
    if (settle) {
      pause();
    }
    Map<Path, Seen> second = settle ? list(inbox) : first;
    List<Waiting> stable = new ArrayList<>();
    first.forEach(
        (path, seen) -> {
          Path companion = path.resolveSibling(path.getFileName() + COMPANION);
          boolean envelopeSame = Objects.equals(first.get(companion), second.get(companion));
          if (!isCompanion(path) && seen.equals(second.get(path)) && envelopeSame) {
            stable.add(new Waiting(path, folder(inbox, path), seen.bytes(), seen.modified()));
          }
        });
    return stable;
  }

  /** Whether the file is still as it was listed: nobody wrote to it while it was copied. */
  static boolean unchanged(Waiting waiting) throws IOException {
    return Files.exists(waiting.file())
        && Files.size(waiting.file()) == waiting.bytes()
        && Files.getLastModifiedTime(waiting.file()).equals(waiting.modified());
  }

  private static Map<Path, Seen> list(Path inbox) throws IOException {
    Map<Path, Seen> found = new TreeMap<>();
    if (!Files.isDirectory(inbox)) {
      return found;
    }
    Files.walkFileTree(
        inbox,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(inbox) && hidden(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !hidden(file)) {
              found.put(file, new Seen(attributes.size(), attributes.lastModifiedTime()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean hidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".")
        || name.startsWith("~$")
        || TEMPORARY.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  private static boolean isCompanion(Path path) {
    return path.getFileName().toString().endsWith(COMPANION);
  }

  private static String folder(Path inbox, Path file) {
    Path relative = inbox.relativize(file);
    return relative.getNameCount() > 1
        ? relative.getName(relative.getNameCount() - 2).toString()
        : "";
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot list the inbox: interrupted", e);
    }
  }

  private record Seen(long bytes, FileTime modified) {}
}
