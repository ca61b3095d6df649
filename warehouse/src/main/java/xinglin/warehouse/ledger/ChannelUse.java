package xinglin.warehouse.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * How a channel of a partner did when it was last used.
 *
 * @param channelId for example {@code 320303/sftp}
 * @param workedAt when it last worked
 * @param problem code of what is wrong now; empty if it works
 * @param details JSON list of what the sentence about it names
 */
public record ChannelUse(
    String channelId,
    String partnerId,
    Instant checkedAt,
    Optional<Instant> workedAt,
    Optional<String> problem,
    String details) {}
