package xinglin.warehouse.raw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;

/**
 * The bytes of every delivery, at {@code raw/ab/<sha256>}, with one envelope per delivery beside
 * them. Immutable: the same bytes sent twice are one file with two envelopes. State, tables and
 * answers can all be computed again from here.
 */
public final class RawStore {
  static final String ENVELOPE_SUFFIX = ".json";
  private final Path root;
  private final EnvelopeJson json = new EnvelopeJson();

  public RawStore(Home home) {
    this.root = home.raw();
  }

  /** Starts a group of deliveries that become durable together. */
  public RawGroup begin() {
    return new RawGroup(root, json);
  }

  /** The stored bytes; throws DeliveryException if they are gone. */
  public Path path(String sha256) {
    Path file = path(root, sha256);
    if (!Files.exists(file)) {
      throw new DeliveryException(
          "Cannot find stored bytes: " + sha256, DeliveryException.Retry.USELESS);
    }
    return file;
  }

  /** All deliveries ever stored, in the order of receipt. */
  public List<Envelope> envelopes() {
    List<Envelope> envelopes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root, 2)) {
      for (Path file :
          files.filter(path -> path.getFileName().toString().endsWith(ENVELOPE_SUFFIX)).toList()) {
        envelopes.add(json.read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + root, e);
    }
    envelopes.sort(Envelope.BY_RECEIPT);
    return envelopes;
  }

  static Path path(Path root, String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
