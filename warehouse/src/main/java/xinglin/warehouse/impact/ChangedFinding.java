package xinglin.warehouse.impact;

/**
 * A finding that would come or go.
 *
 * @param severity error, warning or info
 */
public record ChangedFinding(
    Change change,
    String code,
    String severity,
    String sheet,
    String cell,
    String message,
    String messageEn) {

  /** What becomes of it. */
  public enum Change {
    COMES,
    GOES,
    /** The same finding with another sentence. */
    REWORDED
  }
}
