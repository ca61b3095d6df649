package xinglin.jobs.parcel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import xinglin.warehouse.home.DurableFiles;
import xinglin.warehouse.ledger.Parcel.Prepared;

/**
 * The bytes of parcels in the outbox. Written under a temporary name, made durable, renamed; made
 * again after a kill they replace what was not booked.
 */
public final class PreparedFiles {
  private static final int BUFFER = 1 << 16;
  private final Path home;

  public PreparedFiles(Path home) {
    this.home = home;
  }

  /** Writes one file. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** One file. */
  Prepared write(Path file, Content content) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".part");
    MessageDigest digest = sha256();
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(draft), BUFFER), digest)) {
      content.write(out);
    }
    DurableFiles.force(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new Prepared(home.relativize(file).toString(), hex(digest), Files.size(file));
  }

  /**
   * A folder of files. Those that lie in the outbox already are linked, not copied: made anew there
   * they are new files, and these stay as they are.
   */
  Prepared write(Path folder, Map<String, Path> linked, Map<String, Content> written)
      throws IOException {
    Path draft = folder.resolveSibling("." + folder.getFileName() + ".part");
    delete(draft);
    Files.createDirectory(draft);
    for (Map.Entry<String, Path> one : linked.entrySet()) {
      link(one.getValue(), draft.resolve(one.getKey()));
    }
    for (Map.Entry<String, Content> one : written.entrySet()) {
      Path file = draft.resolve(one.getKey());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
        one.getValue().write(out);
      }
      DurableFiles.force(file);
    }
    DurableFiles.force(draft);
    delete(folder);
    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    return of(folder);
  }

  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
    DurableFiles.force(to);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** What lies at a path now; throws IOException if it is gone. */
  public Prepared of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return new Prepared(home.relativize(path).toString(), digest(path), Files.size(path));
    }
    StringBuilder list = new StringBuilder();
    long bytes = 0;
    for (Path file : files(path)) {
      list.append(digest(file)).append("  ").append(file.getFileName()).append('\n');
      bytes += Files.size(file);
    }
    MessageDigest digest = sha256();
    digest.update(list.toString().getBytes(StandardCharsets.UTF_8));
    return new Prepared(home.relativize(path).toString(), hex(digest), bytes);
  }

  /** The files of a folder by name. */
  public static List<Path> files(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> inside = Files.list(folder)) {
      inside.forEach(file -> files.put(String.valueOf(file.getFileName()), file));
    }
    return new ArrayList<>(files.values());
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }
}
