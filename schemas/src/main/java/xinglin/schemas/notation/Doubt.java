package xinglin.schemas.notation;

/**
 * Why a value that was read, or could not be read, deserves a look. Checks turn doubts into
 * findings.
 */
public enum Doubt {
  /** Read, but not written as a plain number or date: {@code 3户}, {@code １２}, {@code 二十八}. */
  NOTATION,
  /** Only a bound or an estimate is known: {@code 20余}, {@code 近30}, {@code 20-30}. */
  APPROXIMATE,
  /** Neither a number, date or code nor a mark for none: {@code 余万元}, {@code #REF!}. */
  UNREADABLE,
  /** The year was taken from the expected period: {@code 7.3}. */
  YEAR_INFERRED,
  /**
   * A date that no calendar has, {@code 2020-02-30}, or one that the expected period cannot place.
   */
  DATE_IMPOSSIBLE,
  /** More than one date fits, the first was taken: a number cell 7.1 is 1 July or 10 July. */
  DATE_AMBIGUOUS,
  /**
   * The cell names a unit that is neither the measure's nor a synonym of it: {@code 3人} under 件.
   */
  FOREIGN_UNIT,
  /** The text is not in the code list. */
  CODE_UNKNOWN
}
