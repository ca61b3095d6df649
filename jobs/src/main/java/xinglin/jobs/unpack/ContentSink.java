package xinglin.jobs.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import xinglin.jobs.open.guard.RefusalException;

/** Takes what a message or archive holds, in its order. */
@FunctionalInterface
public interface ContentSink {

  /**
   * Takes one file.
   *
   * @param name to be shown, empty if it has none
   * @param content read to its end, not closed; what it throws as {@link ContentException} comes
   *     out as it went in
   * @param damaged asked after the content was read: whether it is not what was sent
   */
  void add(String name, InputStream content, BooleanSupplier damaged)
      throws IOException, RefusalException;
}
