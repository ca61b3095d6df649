package xinglin.warehouse.seal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts the personal columns of a row: AES-256-GCM over a JSON object, 12 random bytes before
 * the ciphertext. A blob opens only in the row it was made for: table, id and ordinal are
 * authenticated with it. Not thread safe.
 */
public final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private final RestrictedKey key;
  private final SecureRandom random = new SecureRandom();
  private final ObjectReader texts = new ObjectMapper().readerFor(TEXTS);
  private final ObjectWriter object = new ObjectMapper().writer();
  private final Cipher cipher;

  public Seal(RestrictedKey key) {
    this.key = key;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot find AES-GCM in this Java runtime", e);
    }
  }

  public String keyId() {
    return key.id();
  }

  /** Closes the columns of one row. */
  public byte[] close(String table, String id, int ordinal, Map<String, String> values) {
    try {
      return close(table, id, ordinal, object.writeValueAsBytes(new TreeMap<>(values)));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot encrypt a row of " + table, e);
    }
  }

  /** Closes the columns of one row, given as a JSON object of texts. */
  public byte[] close(String table, String id, int ordinal, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      begin(Cipher.ENCRYPT_MODE, nonce, table, id, ordinal);
      byte[] blob = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, blob, NONCE_BYTES);
      return blob;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot encrypt a row of " + table, e);
    }
  }

  /** As {@link #open}: the columns as the JSON object that was closed. */
  public String openText(String table, String id, int ordinal, byte[] blob) {
    return new String(decrypt(table, id, ordinal, blob), StandardCharsets.UTF_8);
  }

  /** Opens the columns of one row; throws IllegalStateException if key or row are not its own. */
  public Map<String, String> open(String table, String id, int ordinal, byte[] blob) {
    try {
      return texts.readValue(decrypt(table, id, ordinal, blob));
    } catch (IOException e) {
      throw undecrypted(table, id, ordinal, e);
    }
  }

  private byte[] decrypt(String table, String id, int ordinal, byte[] blob) {
    byte[] nonce = Arrays.copyOf(blob, NONCE_BYTES);
    try {
      begin(Cipher.DECRYPT_MODE, nonce, table, id, ordinal);
      return cipher.doFinal(blob, NONCE_BYTES, blob.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw undecrypted(table, id, ordinal, e);
    }
  }

  private IllegalStateException undecrypted(String table, String id, int ordinal, Exception e) {
    return new IllegalStateException(
        "Cannot decrypt row " + id + "/" + ordinal + " of " + table + " with key " + key.id(), e);
  }

  private void begin(int mode, byte[] nonce, String table, String id, int ordinal)
      throws GeneralSecurityException {
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((table + "/" + id + "/" + ordinal).getBytes(StandardCharsets.UTF_8));
  }
}
