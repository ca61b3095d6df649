package xinglin.warehouse.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.DurableFiles;

/**
 * Deliveries that become durable together: files first, then their folders, once per group and not
 * once per file. Not thread safe.
 */
public final class RawGroup implements AutoCloseable {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final FileAttribute<?> OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private final Path root;
  private final EnvelopeJson json;
  private final Map<String, Path> drafts = new LinkedHashMap<>();
  private final List<Envelope> envelopes = new ArrayList<>();
  private final Map<Path, Path> written = new LinkedHashMap<>();
  private final Set<Path> forced = new HashSet<>();

  private Optional<Path> folder = Optional.empty();
  private int number;

  RawGroup(Path root, EnvelopeJson json) {
    this.root = root;
    this.json = json;
  }

  /**
   * Copies the bytes of one delivery. Nothing is promised before {@link #commit}.
   *
   * @param bytes read to its end, not closed
   */
  public Envelope add(Arrival arrival, InputStream bytes) {
    try {
      Path draft = draft();
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      long size;
      try (OutputStream out = new DigestOutputStream(create(draft), sha)) {
        size = bytes.transferTo(out);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(draft);
        throw e;
      }
      return added(Envelope.of(arrival, HexFormat.of().formatHex(sha.digest()), size), draft);
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot store a delivery in " + root, DeliveryException.Retry.SAFE, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }

  /**
   * Takes a file for the bytes of one delivery, instead of copying them. Nothing is promised before
   * {@link #commit}.
   *
   * @param file is not where it was any more
   * @param sha256 of its bytes
   */
  public Envelope addFile(Arrival arrival, Path file, String sha256) {
    try {
      Envelope envelope = Envelope.of(arrival, sha256, Files.size(file));
      Path draft = draft();
      Files.move(file, draft);
      return added(envelope, draft);
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot store a delivery in " + root, DeliveryException.Retry.SAFE, e);
    }
  }

  private Envelope added(Envelope envelope, Path draft) throws IOException {
    if (drafts.containsKey(envelope.sha256())
        || Files.exists(RawStore.path(root, envelope.sha256()))) {
      Files.delete(draft);
    } else {
      drafts.put(envelope.sha256(), draft);
    }
    envelopes.add(envelope);
    return envelope;
  }

  /** How many deliveries were added and not committed. */
  public int size() {
    return envelopes.size();
  }

  /** The bytes of a delivery of the group, committed or not. */
  public Path path(Envelope envelope) {
    Path stored = RawStore.path(root, envelope.sha256());
    return drafts.getOrDefault(envelope.sha256(), stored);
  }

  /** Drops what was added behind the first so many deliveries. */
  public void forgetBack(int kept) {
    List.copyOf(envelopes.subList(kept, envelopes.size())).forEach(this::forget);
  }

  /** Drops one delivery that was added. */
  public void forget(Envelope envelope) {
    envelopes.remove(envelope);
    String sha256 = envelope.sha256();
    if (envelopes.stream().noneMatch(other -> other.sha256().equals(sha256))) {
      Optional.ofNullable(drafts.remove(sha256)).ifPresent(RawGroup::delete);
    }
    if (envelopes.stream().noneMatch(envelope::equals)) {
      Optional.ofNullable(written.remove(beside(envelope))).ifPresent(RawGroup::delete);
    }
  }

  private Path beside(Envelope envelope) {
    return RawStore.path(root, envelope.sha256())
        .resolveSibling(envelope.sha256() + "." + envelope.deliveryId() + RawStore.ENVELOPE_SUFFIX);
  }

  /**
   * Forces what was added to disk under names that nobody knows: {@link #commit} has less to do,
   * and what was added may still be dropped.
   */
  public void prepare() {
    try {
      for (Envelope envelope : envelopes) {
        Path beside = beside(envelope);
        if (!written.containsKey(beside) && !Files.exists(beside)) {
          Path draft = draft();
          try (OutputStream out = create(draft)) {
            out.write(json.write(envelope).getBytes(StandardCharsets.UTF_8));
          }
          written.put(beside, draft);
        }
      }
      List<Path> fresh =
          Stream.concat(drafts.values().stream(), written.values().stream())
              .filter(draft -> !forced.contains(draft))
              .toList();
      DurableFiles.forceAll(fresh);
      forced.addAll(fresh);
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot make deliveries durable in " + root, DeliveryException.Retry.SAFE, e);
    }
  }

  /**
   * Makes bytes and envelopes of the group durable; after it returns, the sources may be deleted.
   * Doing it again with the same deliveries changes nothing.
   */
  public List<Envelope> commit() {
    prepare();
    try {
      Map<Path, Path> moves = new LinkedHashMap<>();
      drafts.forEach((sha256, draft) -> moves.put(RawStore.path(root, sha256), draft));
      moves.putAll(written);
      Set<Path> folders = new TreeSet<>();
      for (Map.Entry<Path, Path> move : moves.entrySet()) {
        Path folder = move.getKey().resolveSibling("");
        if (folders.add(folder) && !Files.isDirectory(folder)) {
          Files.createDirectories(folder);
          folders.add(root);
        }
        Files.move(move.getValue(), move.getKey(), StandardCopyOption.ATOMIC_MOVE);
      }
      // All contents first, then all names: the disk's journal is written once for many.
      DurableFiles.forceAll(folders);
      drafts.clear();
      written.clear();
      List<Envelope> done = List.copyOf(envelopes);
      envelopes.clear();
      return done;
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot make deliveries durable in " + root, DeliveryException.Retry.SAFE, e);
    }
  }

  /** A name nobody has, in a folder of this group alone: groups do not wait for each other. */
  private Path draft() throws IOException {
    if (folder.isEmpty()) {
      Path incoming = Files.createDirectories(root.resolve("incoming"));
      folder = Optional.of(Files.createTempDirectory(incoming, "group"));
    }
    return folder.get().resolve(String.valueOf(number++));
  }

  private static OutputStream create(Path draft) throws IOException {
    return Channels.newOutputStream(Files.newByteChannel(draft, NEW, OWNER));
  }

  /** Drops what was not committed. */
  @Override
  public void close() {
    drafts.clear();
    written.clear();
    if (folder.isPresent()) {
      try (Stream<Path> left = Files.list(folder.get())) {
        left.forEach(RawGroup::delete);
      } catch (IOException e) {
        throw undeletable(folder.get(), e);
      }
      delete(folder.get());
      folder = Optional.empty();
    }
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw undeletable(draft, e);
    }
  }

  private static DeliveryException undeletable(Path path, IOException e) {
    return new DeliveryException("Cannot delete " + path, DeliveryException.Retry.SAFE, e);
  }
}
