package xinglin.routes.imap;

import java.util.Locale;
import java.util.Optional;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;

/**
 * How much room a mailbox has left: senders get their mail back when there is none.
 *
 * @param used from 0 to 1; empty where the server does not tell
 */
record Room(Optional<Double> used) {
  private static final double NEARLY_FULL = 0.9;

  static Room of(Mailbox mailbox) {
    return new Room(mailbox.used());
  }

  /** For people: {@code 42 %}. */
  String shown() {
    return used.map(part -> String.format(Locale.ROOT, "%.0f %%", part * 100)).orElse("");
  }

  Optional<ChannelException> problem(ImapChannel channel) {
    if (used.isEmpty() || used.get() < NEARLY_FULL) {
      return Optional.empty();
    }
    if (used.get() >= 1) {
      return Optional.of(
          new ChannelException(
              Problem.MAILBOX_FULL, channel.received(), channel.server().address(), shown()));
    }
    return Optional.of(
        new ChannelException(
            Problem.MAILBOX_NEARLY_FULL, channel.server().address(), shown(), channel.received()));
  }
}
