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
   */
  void each(Sink sink) throws IOException;

  /** Where rows go. */
  interface Sink {
    /**
     * @param row as the sender counts them, from 1
     * @param texts by column; shorter than the header where the rest is blank
     */
    void row(int row, List<String> texts) throws IOException;
  }
}
