package xinglin.warehouse.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Parcels that are not sent, of one channel and for one reason.
 *
 * @param since when the oldest was prepared
 * @param nextAt when the first is tried next
 * @param partnerId of one of them
 * @param target of one of them
 * @param parcelId of one of them
 */
public record OpenParcels(
    Parcel.State state,
    String channelId,
    Optional<String> problem,
    String details,
    long count,
    Instant since,
    Optional<Instant> nextAt,
    String partnerId,
    String target,
    String parcelId) {}
