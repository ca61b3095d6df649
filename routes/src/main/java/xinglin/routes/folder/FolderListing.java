package xinglin.routes.folder;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.routes.arrival.Completion;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.FolderChannel;

/**
 * The files of a folder that nobody writes to any more: two listings agree, and each has been left
 * alone or is declared complete. Links and sub-folders are left alone.
 *
 * @param files in the order of their names
 * @param listed all there is, by name
 */
record FolderListing(List<LaidFile> files, Map<String, LaidFile> listed) {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Lists twice, a moment apart, unless there is nothing. */
  static FolderListing stable(FolderChannel channel, Instant now) throws IOException {
    Map<String, LaidFile> first = list(channel);
    List<LaidFile> wanted =
        first.values().stream()
            .filter(file -> Completion.isWanted(file.name()))
            .filter(file -> isComplete(file, first, channel, now))
            .toList();
    if (wanted.isEmpty()) {
      return new FolderListing(List.of(), first);
    }
    pause();
    Map<String, LaidFile> second = list(channel);
    return new FolderListing(
        wanted.stream()
            .filter(file -> file.equals(second.get(file.name())))
            .limit(channel.most())
            .toList(),
        first);
  }

  private static boolean isComplete(
      LaidFile file, Map<String, LaidFile> listed, FolderChannel channel, Instant now) {
    return file.modified().plus(channel.quiet()).isBefore(now)
        || Completion.isDeclared(
            file.name(),
            file.modified(),
            name -> Optional.ofNullable(listed.get(name)).map(LaidFile::modified));
  }

  /**
   * The plain files of the folder.
   *
   * @throws ChannelException if it is not there or cannot be read
   */
  static Map<String, LaidFile> list(FolderChannel channel) {
    Map<String, LaidFile> found = new TreeMap<>();
    try {
      Files.walkFileTree(
          channel.path(),
          EnumSet.noneOf(FileVisitOption.class),
          1,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                found.put(file.getFileName().toString(), LaidFile.of(file, attributes));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure)
                throws IOException {
              if (file.equals(channel.path())) {
                throw failure;
              }
              return FileVisitResult.CONTINUE; // it went away while the folder was listed
            }
          });
    } catch (IOException e) {
      throw new ChannelException(
          Problem.FOLDER_MISSING, channel.path().toString(), HERE, reason(e));
    }
    return found;
  }

  /** Where folders are, in sentences that name a server. */
  static final String HERE = "localhost";

  static String reason(IOException failure) {
    return failure.getClass().getSimpleName().replace("Exception", "");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot list: interrupted", e);
    }
  }
}
