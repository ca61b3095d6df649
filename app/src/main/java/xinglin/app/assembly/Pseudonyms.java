package xinglin.app.assembly;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.seal.RestrictedKey;

/**
 * Keys made of personal data are stored and published as digests under the key of the restricted
 * columns.
 */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 16;

  private Pseudonyms() {}

  static UnaryOperator<String> of(Home home) {
    RestrictedKey key = RestrictedKey.of(home, System.getenv());
    return text -> digest(key, text);
  }

  private static String digest(RestrictedKey key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new javax.crypto.spec.SecretKeySpec(key.key().getEncoded(), ALGORITHM));
      byte[] digest = mac.doFinal(("pseudonym|" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot compute " + ALGORITHM + " in this Java runtime", e);
    }
  }
}
