package xinglin.routes.collect;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody wrote to a file while it was copied: it is left for the next listing. */
final class StillGrowingException extends IOException {
  private static final long serialVersionUID = 1L;

  StillGrowingException(Path file) {
    super("Cannot take " + file.getFileName() + ": it still changes");
  }
}
