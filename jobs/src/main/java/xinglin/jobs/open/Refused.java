package xinglin.jobs.open;

import java.util.List;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;

/**
 * The file was not read.
 *
 * @param verdict {@link Verdict#UNSAFE} for files that attack or exceed a limit, else {@link
 *     Verdict#UNRECOGNISED}
 * @param issues why, at least one
 */
public record Refused(Verdict verdict, List<Issue> issues) implements Opened {
  public Refused {
    issues = List.copyOf(issues);
    if (issues.isEmpty()) {
      throw new IllegalArgumentException("Cannot refuse a file without a reason");
    }
  }
}
