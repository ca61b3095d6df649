package xinglin.schemas.exchange;

import java.io.IOException;
import java.util.List;

/** Rows below a header as somebody sent them. May be gone through several times. */
@FunctionalInterface
public interface SentRows {
  /**
   * Hands over each row in its order.
   *
   * @throws IOException if the disk fails or a sink does
   * @throws RowsUnreadableException if the content does not go on as it began
   */
  void each(Sink sink) throws IOException;

  /** Whether there may be more than anybody wants to hold. */
  default boolean areMany() {
    return false;
  }

  /** Where rows go. */
  interface Sink {
    /**
     * @param row as the sender counts them, from 1
     * @param texts by column; shorter than the header where the rest is blank
     */
    void row(int row, List<String> texts) throws IOException;
  }
}
