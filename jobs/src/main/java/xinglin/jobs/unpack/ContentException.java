package xinglin.jobs.unpack;

import java.io.IOException;

/** The content of a delivery cannot be read on, as opposed to a disk that fails. */
public final class ContentException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause a {@link xinglin.jobs.open.guard.RefusalException}, or what a decoder threw
   */
  public ContentException(Throwable cause) {
    super(cause);
  }
}
