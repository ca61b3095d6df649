package xinglin.schemas.form;

import java.util.Optional;
import xinglin.schemas.value.Period;

/**
 * Where a form's period comes from when nothing is printed: never the date of the mail.
 *
 * @param fixed for {@link Kind#FIXED}
 * @param from register column or blank holding the first day, for {@link Kind#LINES}
 * @param to the same for the last day
 */
public record PeriodRule(Kind kind, Optional<Period> fixed, String from, String to) {

  /** Kinds of rules. */
  public enum Kind {
    /** The whole window of the campaign. */
    CAMPAIGN,
    /** The baseline window of the campaign. */
    BASELINE,
    /** The phase of the campaign in which the dates of the lines lie. */
    PHASE,
    /** Printed in the definition. */
    FIXED,
    /** Read from values of the form itself. */
    LINES
  }
}
