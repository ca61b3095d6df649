package xinglin.routes.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;

/**
 * Where a password or key is to be found: {@code env:NAME}, or {@code file:PATH} of a file that
 * only its owner may read. Never the secret itself, so it may be printed.
 *
 * @param reference as in the partner's YAML
 * @param base folder that paths start from
 */
public record Secret(String reference, Path base) {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Whether a text is such a reference. */
  public static boolean isReference(String text) {
    return text.matches("env:[A-Za-z_][A-Za-z0-9_]*|file:.+");
  }

  /**
   * The secret as it is now.
   *
   * @throws ChannelException if it is not there, or open to others
   */
  public String read(Map<String, String> environment) {
    if (reference.startsWith("env:")) {
      String value = environment.get(reference.substring("env:".length()));
      if (value == null || value.isEmpty()) {
        throw new ChannelException(ChannelException.Problem.SECRET_MISSING, reference);
      }
      return value;
    }
    try {
      return Files.readString(file(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new ChannelException(ChannelException.Problem.SECRET_MISSING, reference);
    }
  }

  /** The file, for keys; throws ChannelException as {@link #read}. */
  public Path file() {
    Path file = base.resolve(reference.substring("file:".length()));
    if (!reference.startsWith("file:") || !Files.isReadable(file)) {
      throw new ChannelException(ChannelException.Problem.SECRET_MISSING, reference);
    }
    try {
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new ChannelException(ChannelException.Problem.SECRET_OPEN, reference);
      }
    } catch (IOException e) {
      throw new ChannelException(ChannelException.Problem.SECRET_MISSING, reference);
    }
    return file;
  }
}
