package xinglin.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import xinglin.routes.partner.FolderChannel;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code channels: folder:} of a partner. */
final class FolderEntry {
  private static final int QUIET_SECONDS = 60;
  private static final int MOST_FILES = 1_000;

  private FolderEntry() {}

  static FolderChannel read(String partner, Entry entry) {
    Path path = Path.of(entry.text("path"));
    if (!path.isAbsolute()) {
      entry.problem("path", Mistake.of("\"{0}\" must begin with /", "path"));
    }
    FolderChannel channel =
        new FolderChannel(
            partner,
            path,
            path.resolve(entry.text("received", "received")),
            path.resolve(entry.text("answers", "answers")),
            Duration.ofSeconds(entry.number("quiet_seconds", QUIET_SECONDS)),
            entry.number("most_files", MOST_FILES));
    entry.done();
    return channel;
  }
}
