package xinglin.jobs.open.guard;

import java.util.zip.ZipEntry;
import xinglin.jobs.open.Limits;
import xinglin.schemas.finding.Issue;

/**
 * Counts what comes out of a zip container, one entry after the other. Sizes written in the
 * container are not believed. Not for several threads.
 */
public final class Inflation {
  private static final int LONGEST_NAME = 120;
  private final Limits limits;
  private long inflated;
  private long size;
  private String current = "";

  public Inflation(Limits limits) {
    this.limits = limits;
  }

  /** Refuses a name that leads out of the container. */
  public static void checkName(String name) throws RefusalException {
    String path = name.replace('\\', '/');
    if (path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || ("/" + path + "/").contains("/../")) {
      throw RefusalException.unsafe(Issue.of("PATH_TRAVERSAL").sent(readable(name)));
    }
  }

  /** So many more bytes of an entry came out. */
  public void count(ZipEntry entry, int read) throws RefusalException {
    if (!entry.getName().equals(current)) {
      current = entry.getName();
      size = 0;
    }
    size += read;
    inflated += read;
    long packed = Math.max(1, entry.getCompressedSize());
    if (size > limits.entryBytes()) {
      throw bomb(entry, limits.entryBytes());
    }
    if (inflated > limits.inflatedBytes()) {
      throw bomb(entry, limits.inflatedBytes());
    }
    if (size > limits.ratioFromBytes() && size / packed > limits.ratio()) {
      throw bomb(entry, limits.ratioFromBytes());
    }
  }

  private static RefusalException bomb(ZipEntry entry, long limit) {
    return RefusalException.unsafe(
        Issue.of("ZIP_BOMB").sent(readable(entry.getName())).with("limit", (limit >> 20) + " MB"));
  }

  /** The name for a finding: short and without control characters. */
  static String readable(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
  }
}
