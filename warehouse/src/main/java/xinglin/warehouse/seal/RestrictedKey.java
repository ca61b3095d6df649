package xinglin.warehouse.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import xinglin.warehouse.home.Home;

/**
 * Key of the restricted columns: 256 bits, from the environment variable {@value #VARIABLE}
 * (base64), else from a file made for the home that only its owner can read.
 *
 * @param id first 8 hex digits of the key's SHA-256: says which key a row needs, not what it is
 */
public record RestrictedKey(String id, SecretKey key) {
  public static final String VARIABLE = "XINGLIN_RESTRICTED_KEY";
  private static final int BYTES = 32;

  /** The key of a home; made on first use. */
  public static RestrictedKey of(Home home, Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "");
    return given.isBlank() ? fromFile(home.keyFile()) : decode(given, VARIABLE);
  }

  private static RestrictedKey fromFile(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(fresh) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make key file: " + file, e);
    }
    try {
      return decode(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read key file: " + file, e);
    }
  }

  private static RestrictedKey decode(String text, String from) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("Cannot read the key in " + from + ": not base64", e);
    }
    if (bytes.length != BYTES) {
      throw new IllegalStateException(
          "Cannot use the key in " + from + ": it has " + bytes.length + " bytes, not " + BYTES);
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new RestrictedKey(
          HexFormat.of().formatHex(digest).substring(0, 8), new SecretKeySpec(bytes, "AES"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "RestrictedKey[" + id + "]";
  }
}
