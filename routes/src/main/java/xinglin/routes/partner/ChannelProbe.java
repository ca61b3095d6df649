package xinglin.routes.partner;

import java.util.List;
import java.util.Map;

/**
 * Tries a channel out, step by step: connects and checks, takes, leaves and sends nothing. Used by
 * {@code partner test} and {@code doctor}, several at the same time; each keeps its own time limits
 * for connecting and waiting.
 */
public interface ChannelProbe {
  /** As in the ledger of channels, for example {@code 320303/sftp}, {@code office/imap}. */
  String channelId();

  /** Whose channel it is; {@code office} for our own. */
  default String partner() {
    return channelId().substring(0, channelId().lastIndexOf('/'));
  }

  /** For example {@code sftp}. */
  default String kind() {
    return channelId().substring(channelId().lastIndexOf('/') + 1);
  }

  /**
   * What was tried, in order. What is wrong is in the last one, since nothing is tried behind a
   * problem; never throws for what a server or a setting does wrong.
   *
   * @param environment where secrets may be
   */
  List<Tried> probe(Map<String, String> environment);
}
