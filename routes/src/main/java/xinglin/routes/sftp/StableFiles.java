package xinglin.routes.sftp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.sshd.sftp.client.SftpClient;
import xinglin.routes.partner.SftpChannel;

/**
 * The files of a partner's folder that nobody writes to any more: two listings agree on size and
 * time, and the file has been left alone for a while, or its sender says that it is complete
 * ({@code <name>.done}, or {@code <name>.sha256} with its digest). Hidden and temporary files are
 * left alone.
 *
 * @param files in the order of their names
 * @param companions names that lie beside them
 */
record StableFiles(List<RemoteFile> files, Map<String, RemoteFile> companions) {
  static final List<String> COMPANIONS = List.of(".done", ".sha256");
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final List<String> TEMPORARY =
      List.of(".part", ".tmp", ".filepart", ".crdownload", ".partial", ".uploading");

  /**
   * Lists twice, a moment apart, unless the folder is empty.
   *
   * @param now by our clock; a server's clock that runs ahead makes files look young, so they wait
   */
  static StableFiles of(
      SftpConnection connection, SftpClient sftp, SftpChannel channel, Instant now)
      throws IOException {
    Map<String, RemoteFile> first = byName(connection.list(sftp));
    if (first.keySet().stream().noneMatch(StableFiles::isWanted)) {
      return new StableFiles(List.of(), Map.of());
    }
    pause();
    Map<String, RemoteFile> second = byName(connection.list(sftp));
    List<RemoteFile> stable =
        first.values().stream()
            .filter(file -> isWanted(file.name()))
            .filter(file -> file.equals(second.get(file.name())))
            .filter(
                file ->
                    isDeclaredComplete(file, first)
                        || file.modified().plus(channel.quiet()).isBefore(now))
            .sorted(Comparator.comparing(RemoteFile::name))
            .limit(channel.most())
            .toList();
    return new StableFiles(stable, first);
  }

  /** A digest speaks for itself; {@code .done} only if it is not older than its file. */
  private static boolean isDeclaredComplete(RemoteFile file, Map<String, RemoteFile> all) {
    return all.containsKey(file.name() + ".sha256")
        || Optional.ofNullable(all.get(file.name() + ".done"))
            .filter(done -> !done.modified().isBefore(file.modified()))
            .isPresent();
  }

  private static boolean isWanted(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith("~$")
        && TEMPORARY.stream().noneMatch(lower::endsWith)
        && COMPANIONS.stream().noneMatch(lower::endsWith);
  }

  private static Map<String, RemoteFile> byName(List<RemoteFile> files) {
    return files.stream().collect(Collectors.toMap(RemoteFile::name, Function.identity()));
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
