package xinglin.schemas.match.labelled;

import java.util.Set;
import xinglin.schemas.match.party.Party;

/**
 * A record of somebody, and what is wrong with it.
 *
 * @param truth number of the entity
 */
public record Labelled(Party party, int truth, Set<Fault> faults) {

  /** What can be wrong with a record. */
  public enum Fault {
    TYPO,
    SOUND,
    NEAR_SOUND,
    SHAPE,
    VARIANT,
    SPACES,
    MASKED,
    CHANGED_NAME,
    DOTS,
    MISSING_CHARACTER,
    NO_BIRTH,
    BIRTH_SWAPPED,
    BIRTH_TYPO,
    NO_ADDRESS,
    MOVED,
    RENAMED,
    REGION_MISSING,
    FORM,
    BRACKETS,
    BY_OPERATOR
  }
}
