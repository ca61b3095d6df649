package xinglin.warehouse.query;

import java.sql.SQLException;

/** A question that cannot be answered as it was asked. Not our bug: shown to who asked. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  /** What was wrong. */
  public enum Reason {
    /** Nothing is published yet. */
    NOT_PUBLISHED,
    NO_SUCH_RELEASE,
    /**
     * Another version of the program wrote the file: it lacks a column or a macro that is asked
     * for.
     */
    OTHER_VERSION,
    /** The database refuses the statement; the message is the database's. */
    STATEMENT
  }

  public QueryException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * What a statement of ours failed with. It was tried out on a file that this version wrote, so a
   * name that is not there means another one.
   */
  static QueryException ofOurs(SQLException e) {
    String said = said(e);
    boolean unknownName = said.startsWith("Binder Error") || said.startsWith("Catalog Error");
    return new QueryException(
        unknownName ? Reason.OTHER_VERSION : Reason.STATEMENT,
        unknownName ? said.lines().findFirst().orElse(said) : said);
  }

  /** The driver puts a line of its own before what the database says. */
  static String said(SQLException e) {
    String text = String.valueOf(e.getMessage());
    int start = text.indexOf("\nError: ");
    return start < 0 ? text : text.substring(start + "\nError: ".length());
  }

  public Reason reason() {
    return reason;
  }
}
