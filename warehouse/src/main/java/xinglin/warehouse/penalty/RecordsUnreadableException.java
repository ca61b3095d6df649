package xinglin.warehouse.penalty;

/**
 * Statements failed over the rows of one file. Our mistake, for rows are data whatever they say;
 * the other files of the run go on.
 */
public final class RecordsUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordsUnreadableException(String message, Throwable cause) {
    super(message, cause);
  }

  RecordsUnreadableException(String message) {
    super(message);
  }
}
