package xinglin.warehouse.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Key under which numbers of parties become keys of parties, the same in every night of a home. It
 * is drawn from the home's restricted key, never that key itself, because sets are keyed inside the
 * database: there it is known as the two pads of HMAC (RFC 2104).
 */
public final class PartyKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BLOCK = 64;
  private static final int INNER = 0x36;
  private static final int OUTER = 0x5c;
  private final byte[] key;

  private PartyKey(byte[] key) {
    this.key = key;
  }

  /** The one of a home. */
  public static PartyKey of(RestrictedKey restricted) {
    return new PartyKey(
        hmac(restricted.key().getEncoded(), "xinglin party key".getBytes(StandardCharsets.UTF_8)));
  }

  /** For files that are checked without a home: digests can be compared within that file only. */
  public static PartyKey ofNobody() {
    return new PartyKey(new byte[BLOCK / 2]);
  }

  /** One that two regions share, 32 bytes: section 6 of YRD-PEN 1. */
  public static PartyKey shared(byte[] key) {
    if (key.length != BLOCK / 2) {
      throw new IllegalArgumentException("Cannot use a key of " + key.length + " bytes, 32 needed");
    }
    return new PartyKey(key.clone());
  }

  public byte[] innerPad() {
    return pad(INNER);
  }

  public byte[] outerPad() {
    return pad(OUTER);
  }

  private byte[] pad(int mask) {
    byte[] pad = Arrays.copyOf(key, BLOCK);
    for (int at = 0; at < pad.length; at++) {
      pad[at] ^= (byte) mask;
    }
    return pad;
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot compute " + ALGORITHM + " in this Java runtime", e);
    }
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "PartyKey";
  }
}
