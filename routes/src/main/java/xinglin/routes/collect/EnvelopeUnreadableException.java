package xinglin.routes.collect;

import java.nio.file.Path;
import xinglin.warehouse.failure.DeliveryException;

/**
 * The envelope beside a file cannot be read. The file stays in the inbox until somebody puts it
 * right.
 */
final class EnvelopeUnreadableException extends DeliveryException {
  private static final long serialVersionUID = 1L;

  EnvelopeUnreadableException(Path envelope, String why) {
    super("Cannot read envelope " + envelope.getFileName() + ": " + why, Retry.USELESS);
  }
}
