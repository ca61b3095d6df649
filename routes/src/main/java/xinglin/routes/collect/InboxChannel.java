package xinglin.routes.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import xinglin.jobs.batch.Progress;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * The inbox folder of a home.
 *
 * @param partner who a file is from when neither its envelope nor its folder says so
 */
public record InboxChannel(Path inbox, RawStore raw, Ledger ledger, Clock clock, String partner) {

  /**
   * Takes everything that has stopped changing; throws DeliveryException if the disk fails, after
   * which a retry is safe.
   */
  public Collected collectOnce(Progress progress) {
    CollectTally tally = new CollectTally(progress);
    if (isEmpty()) {
      return tally.result();
    }
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.disableJMX();
      camel.getShutdownStrategy().setTimeout(10);
      camel.addRoutes(
          new CollectRoutes(new InboxCollector(inbox, raw, ledger, clock, partner), tally));
      camel.start();
      try (ProducerTemplate template = camel.createProducerTemplate()) {
        template.sendBody(CollectRoutes.INBOX, "");
      }
      return tally.result();
    } catch (CamelExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (Exception e) {
      throw failure(e);
    }
  }

  /** Most nights of a quiet week: no need to start the routes for it. */
  private boolean isEmpty() {
    if (!Files.isDirectory(inbox)) {
      return true;
    }
    try (Stream<Path> files = Files.walk(inbox)) {
      return files.noneMatch(Files::isRegularFile);
    } catch (IOException | UncheckedIOException e) {
      throw failure(e);
    }
  }

  private RuntimeException failure(Throwable cause) {
    return cause instanceof DeliveryException known
        ? known
        : new DeliveryException(
            "Cannot collect from " + inbox + ": " + cause.getMessage(),
            DeliveryException.Retry.SAFE,
            cause);
  }
}
