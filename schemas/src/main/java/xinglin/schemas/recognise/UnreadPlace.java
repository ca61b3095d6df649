package xinglin.schemas.recognise;

import java.util.Optional;

/**
 * Figures that belong to no recognised form.
 *
 * @param text of the first cell
 * @param nearest the form that comes nearest, and what it lacks
 */
public record UnreadPlace(
    String sheet, String cell, String text, Optional<Recognition.Nearest> nearest) {

  UnreadPlace near(Optional<Recognition.Nearest> found) {
    return new UnreadPlace(sheet, cell, text, found);
  }
}
