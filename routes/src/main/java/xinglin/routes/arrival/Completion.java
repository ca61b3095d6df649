package xinglin.routes.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * By what a file in a partner's folder is known to be complete, on a server and on a share alike:
 * it has been left alone for a while, or its sender says so ({@code <name>.done}, or {@code
 * <name>.sha256} with its digest). Hidden and temporary files are left alone.
 */
public final class Completion {
  /** Ends of names of what lies beside a file. */
  public static final List<String> COMPANIONS = List.of(".done", ".sha256");

  /** With the digest of its file. */
  public static final String DIGEST = ".sha256";

  /** A longer one is no digest. */
  public static final int LONGEST_DIGEST_FILE = 1 << 12;

  private static final List<String> TEMPORARY =
      List.of(".part", ".tmp", ".filepart", ".crdownload", ".partial", ".uploading");

  private Completion() {}

  /** Whether a file of this name is anybody's delivery. */
  public static boolean isWanted(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith("~$")
        && TEMPORARY.stream().noneMatch(lower::endsWith)
        && COMPANIONS.stream().noneMatch(lower::endsWith);
  }

  /** When something last changed, by its name; empty if it is not there. */
  public interface Listed {
    Optional<Instant> modified(String name);
  }

  /** A digest speaks for itself; {@code .done} only if it is not older than its file. */
  public static boolean isDeclared(String name, Instant modified, Listed listed) {
    return listed.modified(name + DIGEST).isPresent()
        || listed.modified(name + ".done").filter(done -> !done.isBefore(modified)).isPresent();
  }

  /** The digest in the text of a companion: its first word. */
  public static String digest(String text) {
    return text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
  }
}
