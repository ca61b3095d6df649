package xinglin.jobs.exchange;

import xinglin.schemas.finding.Issue;

/** Carries a refusal of a package out of nested readers; never leaves {@code jobs.exchange}. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Issue issue;

  public RefusedException(Issue issue) {
    super(issue.code(), null, false, false);
    this.issue = issue;
  }

  public Issue issue() {
    return issue;
  }
}
