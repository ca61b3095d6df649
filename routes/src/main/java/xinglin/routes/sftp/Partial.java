package xinglin.routes.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.routes.partner.SftpChannel;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;

/**
 * What was fetched of one large file. If the transfer breaks off or we are killed, the next one
 * goes on behind what is surely on the disk, as long as the file on the server is the same. What
 * was written meanwhile is forced to disk while more is fetched. For one thread.
 */
final class Partial implements AutoCloseable {
  private static final long STEP = 32L << 20;
  private static final int BUFFER = 1 << 17;
  private static final String SURE = ".sure";
  private static final Set<StandardOpenOption> OPEN =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  private static final FileAttribute<?> OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private final Path path;
  private final Runnable onKept;
  private final FileChannel bytes;
  private final MessageDigest sha;
  private final long before;
  private CompletableFuture<Void> forcing = CompletableFuture.completedFuture(null);
  private long length;
  private long asked;
  private boolean settled;

  private Partial(Path path, FileChannel bytes, long sure, Runnable onKept) throws IOException {
    this.path = path;
    this.bytes = bytes;
    this.onKept = onKept;
    this.before = sure;
    this.sha = sha256();
    bytes.truncate(sure);
    ByteBuffer piece = ByteBuffer.allocate(BUFFER);
    while (length < sure && bytes.read(piece) > 0) {
      sha.update(piece.flip());
      length += piece.position();
      piece.clear();
    }
    asked = length;
  }

  /**
   * What there is of a file.
   *
   * @param folder of the partner
   * @param onKept told if more of it stays for the next time
   */
  static Partial of(Path folder, SftpChannel channel, RemoteFile file, Runnable onKept)
      throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(name(channel, file));
    FileChannel bytes = FileChannel.open(path, OPEN, OWNER);
    try {
      long sure = sure(path);
      boolean good = sure <= bytes.size() && sure <= file.bytes();
      return new Partial(path, bytes, good ? sure : 0, onKept);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Drops what belongs to files that are not there any more, or not the same. */
  static void sweep(Path folder, SftpChannel channel, Collection<RemoteFile> listed)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<String> names =
        listed.stream()
            .filter(file -> file.bytes() > Download.SMALL)
            .map(file -> name(channel, file))
            .collect(Collectors.toSet());
    try (Stream<Path> kept = Files.list(folder)) {
      for (Path one : kept.toList()) {
        if (!names.contains(one.getFileName().toString().replace(SURE, ""))) {
          Files.deleteIfExists(one);
        }
      }
    }
  }

  private static String name(SftpChannel channel, RemoteFile file) {
    String identity = String.join("|", channel.server(), channel.folder(), file.key());
    byte[] digest = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, 32);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }

  /** How much of it is surely on the disk. */
  private static long sure(Path path) throws IOException {
    try {
      return Long.parseLong(Files.readString(path.resolveSibling(path.getFileName() + SURE)));
    } catch (NoSuchFileException | NumberFormatException e) {
      return 0;
    }
  }

  /** How many bytes there are. */
  long length() {
    return length;
  }

  /** Takes the bytes behind those, to their end. */
  void take(InputStream more) throws IOException {
    byte[] some = new byte[BUFFER];
    for (int count = more.read(some); count >= 0; count = more.read(some)) {
      ByteBuffer piece = ByteBuffer.wrap(some, 0, count);
      while (piece.hasRemaining()) {
        bytes.write(piece);
      }
      sha.update(some, 0, count);
      length += count;
      if (length - asked >= STEP && forcing.isDone()) {
        forceAside();
      }
    }
  }

  private void forceAside() {
    long sure = length;
    asked = sure;
    forcing = CompletableFuture.runAsync(() -> force(sure), work -> new Thread(work).start());
  }

  /** First the bytes, then how many they are. */
  private void force(long sure) {
    try {
      bytes.force(false);
      Path note = path.resolveSibling(path.getFileName() + SURE);
      Path draft = note.resolveSibling(note.getFileName() + ".new");
      Files.writeString(draft, String.valueOf(sure));
      Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private void settle() throws IOException {
    settled = true;
    try {
      forcing.join();
    } catch (CompletionException e) {
      throw new IOException("Cannot force " + path + " to disk", e.getCause());
    } finally {
      bytes.close();
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + SURE));
    }
  }

  /** Makes the whole file a delivery of a group. */
  Envelope into(RawGroup group, Arrival arrival) throws IOException {
    settle();
    return group.addFile(arrival, path, HexFormat.of().formatHex(sha.digest()));
  }

  /** It is of no use. */
  void drop() throws IOException {
    settle();
    Files.deleteIfExists(path);
  }

  /** Keeps what there is for the next time. */
  @Override
  public void close() throws IOException {
    if (settled) {
      return;
    }
    try {
      forcing.join();
      force(length);
    } catch (CompletionException e) {
      throw new IOException("Cannot keep " + path, e.getCause());
    } finally {
      bytes.close();
    }
    if (length > before) {
      onKept.run();
    }
  }
}
