package xinglin.jobs.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;

/** Opens one file by its bytes. */
public final class FileOpener {
  private FileOpener() {}

  /** As {@link #open(Path, String, Limits)}, under the name that the file has on disk. */
  public static Opened open(Path file, Limits limits) throws IOException {
    return open(file, String.valueOf(file.getFileName()), limits);
  }

  /**
   * Opens a file. Whatever its content, the answer is a value.
   *
   * @param file the bytes
   * @param sentName the name under which it was sent; only used to say that name and content differ
   * @throws IOException if the disk fails, never because of the content
   */
  public static Opened open(Path file, String sentName, Limits limits) throws IOException {
    return new Refused(
        Verdict.UNRECOGNISED, List.of(Issue.of("UNSUPPORTED_FORMAT").with("kind", "?")));
  }
}
