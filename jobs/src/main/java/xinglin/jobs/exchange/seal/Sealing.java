package xinglin.jobs.exchange.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import xinglin.jobs.exchange.RefusedException;

/**
 * Signs and encrypts, decrypts and verifies, with the keys of this region and of its partners.
 * Thread safe. Files are streamed: memory does not grow with them.
 */
public interface Sealing {

  /** Whether a file begins as a sealed package does, whatever its name. */
  boolean isSealed(Path file) throws IOException;

  /**
   * Decrypts a sealed package and verifies who signed it. What it wrote may only be looked at when
   * it returns.
   *
   * @param plain written anew; incomplete or worthless after an exception
   * @param received when the package came
   * @param most bytes that may come out
   * @throws RefusedException if it is not proven to be from a key that is known and valid
   * @throws IOException if the disk fails
   */
  Signer open(Path sealed, Path plain, Instant received, long most)
      throws RefusedException, IOException;

  /**
   * Signs a package as this region and encrypts it to a partner.
   *
   * @param partner the partner's id in this home
   * @param name of the package inside the message
   * @param at when it is sealed; decides which keys are used
   * @throws SealingException if a key is missing
   */
  void seal(Path plain, String name, String partner, Instant at, Path sealed) throws IOException;

  /**
   * A detached signature of this region, ASCII-armoured. The same text at the same time signed with
   * the same key is the same signature.
   *
   * @throws SealingException if there is no key
   */
  byte[] sign(byte[] text, Instant at);

  /**
   * Who made a detached signature over a text.
   *
   * @throws RefusedException if it is not proven to be from a key that is known and valid
   */
  Signer verify(byte[] text, byte[] signature, Instant received) throws RefusedException;
}
