package xinglin.jobs.exchange.returned;

import xinglin.jobs.exchange.RefusedException;
import xinglin.schemas.finding.Issue;

/** What can be wrong with answers and requests besides their signatures; codes of checks. */
enum Fault {
  /** It is not as the specification says. */
  RETURN_INVALID,
  /** Not between these two regions, or about nothing that we sent. */
  RETURN_FOREIGN,
  /** An answer does not name the one before it. */
  ANSWERS_BROKEN,
  /** The receiver of our packages understood another one under a number than we sent. */
  REQUEST_DIFFERS,
  /** Asks for a number that was never used. */
  REQUEST_UNKNOWN;

  RefusedException of(String sent) {
    return new RefusedException(Issue.of(name()).sent(sent));
  }

  RefusedException because(String zh, String en) {
    return new RefusedException(Issue.of(name()).with("reason", zh).with("reason_en", en));
  }
}
