package xinglin.schemas.drift;

import java.util.List;
import java.util.Optional;

/**
 * The answer for one file.
 *
 * @param outcome whether a form was found to compare with
 * @param nearest editions by score, best first, at most five
 * @param drift what is different; only for {@link Outcome#COMPARED}
 */
public record DriftResult(Outcome outcome, List<Nearest> nearest, Optional<Drift> drift) {
  public DriftResult {
    nearest = List.copyOf(nearest);
  }

  /** Whether there is something to compare with. Nothing is guessed. */
  public enum Outcome {
    COMPARED,
    /** Two forms come equally near: a person has to say which. */
    UNDECIDED,
    /** Several forms are in the file: a person has to say which. */
    SEVERAL,
    /** No known form comes near. */
    NONE;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
