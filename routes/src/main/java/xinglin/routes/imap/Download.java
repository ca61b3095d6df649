package xinglin.routes.imap;

import java.io.InputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import xinglin.routes.partner.ImapChannel;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;

/**
 * Brings messages into a group of the raw store. Small ones come several at a time, since each
 * command costs the way to the server and back; where the server stumbles over one of them, each is
 * asked for alone.
 */
final class Download {
  /** Of a delivery whose partner is not known yet: the address of a message decides. */
  private static final String NOBODY = "local";

  private static final int SMALL = 1 << 16;
  private static final int AT_ONCE = 32;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'mail-'yyyyMMdd-HHmmss'.eml'", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));
  private final ImapChannel channel;
  private final Mailbox mailbox;
  private final long mostBytes;
  private final Consumer<LeftBehindException> leftBehind;

  Download(
      ImapChannel channel,
      Mailbox mailbox,
      long mostBytes,
      Consumer<LeftBehindException> leftBehind) {
    this.channel = channel;
    this.mailbox = mailbox;
    this.mostBytes = mostBytes;
    this.leftBehind = leftBehind;
  }

  /** Stores what can be read; returns what it became, by UID. */
  Map<Long, Envelope> store(List<RemoteMessage> messages, RawGroup group) {
    Map<Long, Envelope> stored = new TreeMap<>();
    List<RemoteMessage> small = new ArrayList<>();
    for (RemoteMessage message : messages) {
      if (message.bytes() < SMALL) {
        small.add(message);
        if (small.size() == AT_ONCE) {
          storeSmall(small, group, stored);
          small.clear();
        }
      } else {
        store(message, Optional.empty(), group).ifPresent(one -> stored.put(message.uid(), one));
      }
    }
    storeSmall(small, group, stored);
    return stored;
  }

  private void storeSmall(List<RemoteMessage> small, RawGroup group, Map<Long, Envelope> stored) {
    if (small.isEmpty()) {
      return;
    }
    Mailbox.Fetched firsts =
        mailbox.bytes(small.stream().map(RemoteMessage::uid).toList(), 0, SMALL);
    for (RemoteMessage message : small) {
      store(message, Optional.ofNullable(firsts.bytes().get(message.uid())), group)
          .ifPresent(one -> stored.put(message.uid(), one));
    }
  }

  private Optional<Envelope> store(RemoteMessage message, Optional<byte[]> first, RawGroup group) {
    Arrival arrival =
        Arrival.ofMessage(
            NOBODY,
            "imap",
            message.sender(),
            NAME.format(message.received()),
            message.received(),
            channel.trusted());
    int before = group.size();
    try (InputStream in =
        new MessageInput(
            mailbox,
            message,
            first.orElse(new byte[0]),
            first.isPresent() ? SMALL : 0,
            mostBytes)) {
      return Optional.of(group.add(arrival, in));
    } catch (DeliveryException e) {
      group.forgetBack(before);
      if (e.getCause() instanceof LeftBehindException left) {
        leftBehind.accept(left);
        return Optional.empty();
      }
      throw e;
    } catch (java.io.IOException e) {
      throw new IllegalStateException("Cannot close a message", e);
    }
  }
}
