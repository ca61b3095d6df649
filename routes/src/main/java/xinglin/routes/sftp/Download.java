package xinglin.routes.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.sshd.sftp.common.SftpException;
import xinglin.routes.arrival.ArrivalTimes;
import xinglin.routes.arrival.Completion;
import xinglin.routes.partner.SftpChannel;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;

/**
 * Brings files into a group of the raw store: small ones many at a time, large ones one after the
 * other in a stream. For one thread.
 */
final class Download {
  /** Larger files are streamed and never lie in memory. */
  static final long SMALL = 1 << 18;

  private static final int BUFFER = 1 << 17;
  private static final int AT_ONCE = 64;
  private static final long BYTES_AT_ONCE = 1 << 21;
  private final SftpChannel channel;
  private final SftpLine line;
  private final StableFiles files;
  private final ArrivalTimes times;
  private final Partials partials;
  private final Consumer<String> leftBehind;

  /** Finds what was fetched of a large file. */
  interface Partials {
    Partial of(RemoteFile file) throws IOException;
  }

  /**
   * @param leftBehind takes a sentence for each file that stays where it is
   */
  Download(
      SftpChannel channel,
      SftpLine line,
      StableFiles files,
      ArrivalTimes times,
      Partials partials,
      Consumer<String> leftBehind) {
    this.channel = channel;
    this.line = line;
    this.files = files;
    this.times = times;
    this.partials = partials;
    this.leftBehind = leftBehind;
  }

  /**
   * Stores files; those that the server refuses, that are not what was listed, or not what their
   * digest says, stay behind.
   *
   * @return what was stored
   * @throws IOException if the connection fails
   */
  Map<RemoteFile, Envelope> store(List<RemoteFile> wanted, RawGroup group) throws IOException {
    Map<RemoteFile, Envelope> stored = new LinkedHashMap<>();
    List<RemoteFile> together = new ArrayList<>();
    long bytes = 0;
    for (RemoteFile file : wanted) {
      if (file.bytes() > SMALL) {
        large(file, group, stored);
        continue;
      }
      if (together.size() == AT_ONCE || bytes + file.bytes() > BYTES_AT_ONCE) {
        small(together, group, stored);
        together.clear();
        bytes = 0;
      }
      together.add(file);
      bytes += file.bytes();
    }
    small(together, group, stored);
    return stored;
  }

  /** A small file and the digest beside it, on their way. */
  private record Pair(RemoteFile file, Fetching bytes, Optional<Fetching> digest) {}

  private void small(List<RemoteFile> together, RawGroup group, Map<RemoteFile, Envelope> stored)
      throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (RemoteFile file : together) {
      Optional<RemoteFile> companion = companion(file);
      Optional<Fetching> digest =
          companion.isPresent() ? Optional.of(open(companion.get())) : Optional.empty();
      pairs.add(new Pair(file, open(file), digest));
    }
    for (Pair pair : pairs) {
      if (pair.digest().isPresent()) {
        pair.digest().get().ask();
      }
      pair.bytes().ask();
    }
    for (Pair pair : pairs) {
      Optional<byte[]> expected = Optional.empty();
      Optional<LeftBehindException> wrong = Optional.empty();
      try {
        expected =
            pair.digest().isPresent() ? Optional.of(pair.digest().get().bytes()) : Optional.empty();
      } catch (LeftBehindException e) {
        wrong = Optional.of(e);
      }
      try {
        byte[] bytes = pair.bytes().bytes();
        if (wrong.isPresent()) {
          throw wrong.get();
        }
        check(pair.file(), expected, () -> sha256(bytes));
        stored.put(pair.file(), group.add(arrival(pair.file()), new ByteArrayInputStream(bytes)));
      } catch (LeftBehindException e) {
        stays(e);
      }
    }
  }

  private Fetching open(RemoteFile file) throws IOException {
    return Fetching.open(line.pipe(), file, path(channel, file.name()));
  }

  private void large(RemoteFile file, RawGroup group, Map<RemoteFile, Envelope> stored)
      throws IOException {
    int before = group.size();
    try (Partial part = partials.of(file)) {
      try {
        Optional<byte[]> expected = digest(file);
        rest(file, part);
        Envelope envelope = part.into(group, arrival(file));
        check(file, expected, envelope::sha256);
        stored.put(file, envelope);
      } catch (LeftBehindException e) {
        group.forgetBack(before);
        part.drop();
        stays(e);
      }
    }
  }

  /** Fetches what is not there yet. */
  private void rest(RemoteFile file, Partial part) throws IOException {
    String path = path(channel, file.name());
    try (InputStream in = line.sftp().read(path, BUFFER)) {
      in.skipNBytes(part.length());
      part.take(in);
    } catch (SftpException e) {
      if (SftpPipe.isLost(e)) {
        throw e;
      }
      throw new LeftBehindException(file.shown() + ": " + e.getMessage());
    }
    SftpPipe pipe = line.pipe();
    if (part.length() != file.bytes() || !file.isStill(pipe.state(pipe.stat(path)))) {
      throw new LeftBehindException(file.shown() + " changed while it was fetched");
    }
  }

  private Optional<byte[]> digest(RemoteFile file) throws IOException {
    Optional<RemoteFile> companion = companion(file);
    if (companion.isEmpty()) {
      return Optional.empty();
    }
    Fetching digest = open(companion.get());
    digest.ask();
    return Optional.of(digest.bytes());
  }

  private Optional<RemoteFile> companion(RemoteFile file) {
    return files
        .beside(file, Completion.DIGEST)
        .filter(known -> known.bytes() <= Completion.LONGEST_DIGEST_FILE);
  }

  /** Computes a digest only if one is asked for. */
  private interface Digest {
    String hex();
  }

  private static void check(RemoteFile file, Optional<byte[]> companion, Digest actual)
      throws LeftBehindException {
    if (companion.isPresent()) {
      String text = new String(companion.get(), StandardCharsets.US_ASCII);
      if (!Completion.digest(text).equals(actual.hex())) {
        throw new LeftBehindException(file.shown() + " is not what its .sha256 says");
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }

  private Arrival arrival(RemoteFile file) {
    return Arrival.ofFile(
        channel.partner(), "sftp", file.shown(), times.of(file.key(), file.modified()));
  }

  private void stays(LeftBehindException why) {
    leftBehind.accept(channel.partner() + ": " + why.getMessage());
  }

  static String path(SftpChannel channel, String name) {
    return SftpConnection.latin(channel.folder()) + "/" + name;
  }
}
