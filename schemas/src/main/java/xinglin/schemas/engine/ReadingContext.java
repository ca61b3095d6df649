package xinglin.schemas.engine;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is known about a file besides its content.
 *
 * @param senderDivision division that its sender is registered for
 * @param receivedOn day of receipt in China; empty before a file is sent
 * @param pseudonym keyed digest for keys made of personal data
 */
public record ReadingContext(
    Optional<String> senderDivision,
    Optional<LocalDate> receivedOn,
    UnaryOperator<String> pseudonym) {

  /** For a file that nobody has sent yet. */
  public static ReadingContext unsent() {
    return new ReadingContext(
        Optional.empty(), Optional.empty(), text -> Integer.toHexString(text.hashCode()));
  }
}
