package xinglin.jobs.exchange.returned;

import java.time.Instant;

/** What leaves after a load besides answers: packages once more, requests for those missing. */
public record Correspondence(Resends resends, ResendRequests requests) {

  /** Writes all of it; returns how many files leave. */
  public long write(Instant now) {
    return resends.send(now) + requests.write(now);
  }
}
