package xinglin.routes.dispatch;

import java.nio.file.Path;
import xinglin.routes.partner.ChannelException;
import xinglin.warehouse.ledger.Parcel;

/** A channel by which parcels leave. */
public interface Carrier {

  /** As the ledgers name it, {@code office/smtp}. */
  String channelId();

  /** What kind of channel, {@code smtp}: names its route template. */
  String kind();

  /** Connects and logs in; throws {@link ChannelException} with what an operator has to do. */
  Connection open();

  /** A connection that takes one parcel after the other. */
  interface Connection extends AutoCloseable {

    /**
     * Delivers the prepared bytes; returns once the receiver's server has confirmed them.
     *
     * @throws ParcelRefusedException if this parcel is not taken, while others may be
     * @throws ChannelException if the channel does not work any more
     */
    void deliver(Parcel parcel, Path prepared) throws ParcelRefusedException;

    @Override
    void close();
  }
}
