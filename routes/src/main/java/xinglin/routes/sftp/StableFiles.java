package xinglin.routes.sftp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.sshd.sftp.client.SftpClient;
import xinglin.routes.arrival.Completion;
import xinglin.routes.partner.SftpChannel;

/**
 * The files of a partner's folder that nobody writes to any more: two listings agree on size and
 * time, and each is {@link Completion complete}. Files may be fetched between the two listings,
 * since nothing is kept before the second.
 */
final class StableFiles {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private final List<RemoteFile> files;
  private final Map<String, RemoteFile> listed;
  private final long firstNanos = System.nanoTime();
  private Optional<Map<String, RemoteFile>> again = Optional.empty();

  private StableFiles(List<RemoteFile> files, Map<String, RemoteFile> listed) {
    this.files = files;
    this.listed = listed;
  }

  /**
   * Lists for the first time.
   *
   * @param now by our clock; a server's clock that runs ahead makes files look young, so they wait
   */
  static StableFiles of(
      SftpConnection connection, SftpClient sftp, SftpChannel channel, Instant now) {
    Map<String, RemoteFile> listed = byName(connection.list(sftp));
    List<RemoteFile> files =
        listed.values().stream()
            .filter(file -> Completion.isWanted(file.name()))
            .filter(
                file ->
                    file.modified().plus(channel.quiet()).isBefore(now) || isDeclared(file, listed))
            .sorted(Comparator.comparing(RemoteFile::name))
            .limit(channel.most())
            .toList();
    return new StableFiles(files, listed);
  }

  private static boolean isDeclared(RemoteFile file, Map<String, RemoteFile> listed) {
    return Completion.isDeclared(
        file.name(),
        file.modified(),
        name -> Optional.ofNullable(listed.get(name)).map(RemoteFile::modified));
  }

  /** Files that may be fetched, in the order of their names. */
  List<RemoteFile> files() {
    return files;
  }

  /** The file that lies beside another one, named like it with an ending. */
  Optional<RemoteFile> beside(RemoteFile file, String end) {
    return Optional.ofNullable(listed.get(file.name() + end));
  }

  /**
   * Whether the second listing, made a moment after the first when it is asked for, shows a file as
   * the first did.
   */
  synchronized boolean isStable(RemoteFile file, Listing listing) throws IOException {
    if (again.isEmpty()) {
      pause(PAUSE.toNanos() - (System.nanoTime() - firstNanos));
      again = Optional.of(byName(listing.now()));
    }
    return file.equals(again.get().get(file.name()));
  }

  /** Lists a folder again. */
  interface Listing {
    List<RemoteFile> now() throws IOException;
  }

  /** All files of the first listing. */
  Collection<RemoteFile> all() {
    return listed.values();
  }

  private static Map<String, RemoteFile> byName(List<RemoteFile> files) {
    return files.stream().collect(Collectors.toMap(RemoteFile::name, Function.identity()));
  }

  private static void pause(long nanos) throws IOException {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot list: interrupted", e);
    }
  }
}
