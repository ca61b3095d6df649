package xinglin.jobs.mark.part;

import java.io.IOException;
import java.io.Writer;

/** Copies a part with changes, piece by piece: memory does not grow with the part. */
@FunctionalInterface
public interface Change {
  void copy(Markup in, Writer out) throws IOException;
}
