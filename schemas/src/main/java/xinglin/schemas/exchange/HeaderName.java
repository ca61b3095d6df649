package xinglin.schemas.exchange;

import java.util.Optional;
import xinglin.schemas.value.Labels;

/**
 * A header as it is compared: folded once, since every filled row near the top of every sheet is
 * compared with every label of every layout.
 */
public record HeaderName(String words, String all) {

  /** Empty if the text has no letter, as figures and dates have none. */
  static Optional<HeaderName> of(String text) {
    return text.codePoints().anyMatch(Character::isLetter)
        ? Optional.of(new HeaderName(Labels.withoutUnit(text), Labels.normalise(text)))
        : Optional.empty();
  }
}
