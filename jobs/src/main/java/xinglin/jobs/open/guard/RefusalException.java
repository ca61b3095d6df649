package xinglin.jobs.open.guard;

import java.util.List;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Refused;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;

/**
 * Carries a refusal out of nested readers; ends in {@link FileOpener} and never leaves this
 * package.
 */
public final class RefusalException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Refused refused;

  private RefusalException(Verdict verdict, Issue issue) {
    super(issue.code(), null, false, false);
    this.refused = new Refused(verdict, List.of(issue));
  }

  public Refused refused() {
    return refused;
  }

  public static RefusalException unrecognised(String code) {
    return new RefusalException(Verdict.UNRECOGNISED, Issue.of(code));
  }

  public static RefusalException unrecognised(Issue issue) {
    return new RefusalException(Verdict.UNRECOGNISED, issue);
  }

  public static RefusalException unsafe(Issue issue) {
    return new RefusalException(Verdict.UNSAFE, issue);
  }

  public static RefusalException broken() {
    return unrecognised("BROKEN_CONTAINER");
  }
}
