package xinglin.jobs.exchange.returned;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.warehouse.failure.DeliveryException;

/**
 * What leaves after a load besides answers: packages once more, and requests for those that are
 * missing. Neither fails a night; what could not be done is due the next night.
 */
public record Correspondence(Resends resends, ResendRequests requests) {
  private static final Logger LOG = LoggerFactory.getLogger(Correspondence.class);

  /** Writes all of it; returns how many files leave. */
  public long write(Instant now) {
    long written = resends.send(now);
    try {
      return written + requests.write(now);
    } catch (DeliveryException e) {
      LOG.error("Missing packages are asked for the next night", e);
      return written;
    }
  }
}
