package xinglin.app.assembly;

import xinglin.jobs.batch.Progress;
import xinglin.routes.collect.Collected;
import xinglin.routes.collect.InboxChannel;
import xinglin.warehouse.raw.RawStore;

/**
 * Fetches what has arrived, from all channels or from one; different ones may be asked at the same
 * time. The caller holds the lock of the home.
 */
public record Collecting(Workplace place, Progress progress) {
  /** The inbox folder and every channel. */
  public Collected all() {
    Collected inbox = inbox();
    return new PartnerChannels(place)
        .collectOnce(new RawStore(place.home()), progress, channel -> true)
        .with(inbox);
  }

  public Collected inbox() {
    return new InboxChannel(
            place.home().inbox(),
            new RawStore(place.home()),
            place.ledger(),
            place.clock(),
            place.settings().inboxPartner())
        .collectOnce(progress);
  }

  /**
   * @param channelId for example {@code 320303/sftp}
   */
  public Collected channel(String channelId) {
    return new PartnerChannels(place)
        .collectOnce(new RawStore(place.home()), progress, channelId::equals);
  }
}
