package xinglin.app.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xinglin.routes.partner.ChannelException;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.ChannelLedger;
import xinglin.warehouse.ledger.ChannelUse;

/** Books how channels did, so that {@code status} can tell. */
final class ChannelBook {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Workplace place;

  ChannelBook(Workplace place) {
    this.place = place;
  }

  /**
   * A channel was used; what went wrong comes before what has to be said.
   *
   * @param channelId for example {@code 320303/sftp}
   * @param warning although it worked
   */
  void used(
      String channelId,
      Optional<DeliveryException> failure,
      Optional<? extends DeliveryException> warning) {
    Instant now = place.clock().instant();
    Optional<? extends DeliveryException> problem = failure.isPresent() ? failure : warning;
    new ChannelLedger(place.database())
        .book(
            new ChannelUse(
                channelId,
                channelId.substring(0, channelId.lastIndexOf('/')),
                now,
                failure.isPresent() ? Optional.empty() : Optional.of(now),
                problem.map(ChannelBook::code),
                details(problem)));
  }

  private static String code(DeliveryException failure) {
    return failure instanceof ChannelException known ? known.problem().name() : "BROKEN_OFF";
  }

  private static String details(Optional<? extends DeliveryException> failure) {
    List<String> values =
        failure.isEmpty()
            ? List.of()
            : failure.get() instanceof ChannelException known
                ? known.values()
                : List.of("", String.valueOf(failure.get().getMessage()));
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write what is wrong with a channel", e);
    }
  }
}
