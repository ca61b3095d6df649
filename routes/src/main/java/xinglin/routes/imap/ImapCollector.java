package xinglin.routes.imap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import xinglin.routes.arrival.Allowance;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.round.Fetched;
import xinglin.routes.round.GroupCollector;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/**
 * Fetches the messages of one mailbox. A group of messages is durable before the ledger counts it,
 * counted before it is flagged as seen, and flagged before it is moved. Killed in between, the next
 * collect makes the same deliveries again, since all that a delivery's identity is made of stays
 * with the message. For one use.
 */
final class ImapCollector
    implements GroupCollector<ImapCollector.MessageGroup, ImapCollector.StoredMessages> {
  private static final int GROUP = 100;
  private static final long GROUP_BYTES = 64L << 20;
  private final ImapChannel channel;
  private final RawStore raw;
  private final Ledger ledger;
  private final long mostBytes;
  private final Function<Optional<String>, Allowance> allowances;
  private final Moments moments;
  private final UnmovedNotes notes;
  private final ImapConnection connection;
  private final Map<Long, String> stored = new TreeMap<>();
  private final List<LeftBehindException> leftBehind = new ArrayList<>();
  private Optional<Mailbox> opened = Optional.empty();
  private Optional<ReceivedFolder> received = Optional.empty();
  private Optional<ChannelException> unmovable = Optional.empty();
  private Optional<ChannelException> held = Optional.empty();
  private long taken;

  /**
   * @param mostBytes of a message
   * @param allowances what senders may still deliver today
   * @param noted file that remembers what is stored and could not be moved
   */
  ImapCollector(
      ImapChannel channel,
      RawStore raw,
      Ledger ledger,
      long mostBytes,
      Path noted,
      Function<Optional<String>, Allowance> allowances,
      Moments moments,
      Map<String, String> environment) {
    this.channel = channel;
    this.raw = raw;
    this.ledger = ledger;
    this.mostBytes = mostBytes;
    this.allowances = allowances;
    this.moments = moments;
    this.notes = new UnmovedNotes(noted);
    this.connection = ImapConnection.open(channel, environment);
  }

  /** What is fetched, stored and moved together. */
  record MessageGroup(Mailbox mailbox, List<RemoteMessage> messages) {}

  /**
   * Messages that are durable.
   *
   * @param deliveries by UID, those of a former collect among them
   * @param envelopes of the new ones
   */
  record StoredMessages(Mailbox mailbox, Map<Long, String> deliveries, List<Envelope> envelopes) {}

  /** Messages that may be taken now, in groups. */
  @Override
  public List<MessageGroup> list() throws IOException {
    Mailbox mailbox = connection.mailbox();
    opened = Optional.of(mailbox);
    List<Long> uids = mailbox.uids();
    Map<Long, RemoteMessage> described = mailbox.describe(uids);
    List<RemoteMessage> messages = new ArrayList<>();
    for (long uid : uids) {
      Optional<RemoteMessage> message = Optional.ofNullable(described.get(uid));
      if (message.isEmpty()) {
        leave(new LeftBehindException(uid, "the server tells neither its time nor its size"));
      } else if (message.get().bytes() > mostBytes) {
        String why = message.get().bytes() + " bytes, " + mostBytes + " are allowed";
        leave(new LeftBehindException(uid, why));
      } else {
        messages.add(message.get());
      }
    }
    recall(mailbox);
    FairShare share =
        FairShare.of(
            messages,
            stored.keySet(),
            allowances,
            channel.most(),
            channel.folder() + " " + channel.server().address());
    held = share.warning();
    moments.reached(Moment.MAIL_LISTED);
    return groups(mailbox, share.messages());
  }

  /** What an earlier round stored and could not move. */
  private void recall(Mailbox mailbox) throws IOException {
    notes
        .read(mailbox.validity())
        .forEach(
            (uid, delivery) -> {
              if (ledger.findDelivery(delivery).isPresent()) {
                stored.put(uid, delivery);
              }
            });
  }

  private static List<MessageGroup> groups(Mailbox mailbox, List<RemoteMessage> messages) {
    List<MessageGroup> groups = new ArrayList<>();
    List<RemoteMessage> group = new ArrayList<>();
    long bytes = 0;
    for (RemoteMessage message : messages) {
      if (group.size() == GROUP || (!group.isEmpty() && bytes + message.bytes() > GROUP_BYTES)) {
        groups.add(new MessageGroup(mailbox, List.copyOf(group)));
        group.clear();
        bytes = 0;
      }
      group.add(message);
      bytes += message.bytes();
    }
    if (!group.isEmpty()) {
      groups.add(new MessageGroup(mailbox, List.copyOf(group)));
    }
    return groups;
  }

  /** Makes the bytes of a group durable; what cannot be read stays behind. */
  @Override
  public StoredMessages store(MessageGroup group) {
    Map<Long, String> deliveries = new TreeMap<>();
    Download download = new Download(channel, group.mailbox(), mostBytes, this::leave);
    try (RawGroup bytes = raw.begin()) {
      List<RemoteMessage> wanted = new ArrayList<>();
      for (RemoteMessage message : group.messages()) {
        Optional<String> known = Optional.ofNullable(stored.get(message.uid()));
        known.ifPresent(delivery -> deliveries.put(message.uid(), delivery));
        if (known.isEmpty()) {
          wanted.add(message);
        }
      }
      download
          .store(wanted, bytes)
          .forEach((uid, envelope) -> deliveries.put(uid, envelope.deliveryId()));
      moments.reached(Moment.MAIL_FETCHED);
      List<Envelope> envelopes = bytes.commit();
      moments.reached(Moment.MAIL_STORED);
      return new StoredMessages(group.mailbox(), deliveries, envelopes);
    }
  }

  private void leave(LeftBehindException left) {
    leftBehind.add(left);
  }

  /** Counts a group. */
  @Override
  public StoredMessages count(StoredMessages group) {
    taken += ledger.receive(group.envelopes());
    stored.putAll(group.deliveries());
    moments.reached(Moment.MAIL_COUNTED);
    return group;
  }

  /**
   * Marks a group as seen and moves it to the folder for what was received. A server that refuses
   * keeps the messages where they are; they are taken all the same.
   */
  @Override
  public StoredMessages move(StoredMessages group) throws IOException {
    List<Long> uids = List.copyOf(group.deliveries().keySet());
    if (uids.isEmpty() || unmovable.isPresent()) {
      return group;
    }
    try {
      group.mailbox().flagSeen(uids);
      moments.reached(Moment.MAIL_FLAGGED);
      ReceivedFolder to = received(group.mailbox());
      to.take(uids);
      stored.keySet().removeAll(uids);
      moments.reached(Moment.MAIL_MOVED);
    } catch (ChannelException e) {
      if (e.problem() != Problem.MAILBOX_FULL && e.problem() != Problem.FOLDER_NOT_WRITABLE) {
        throw e;
      }
      notes.write(group.mailbox().validity(), stored);
      unmovable = Optional.of(e);
    }
    return group;
  }

  private ReceivedFolder received(Mailbox mailbox) {
    if (received.isEmpty()) {
      received = Optional.of(ReceivedFolder.findOrMake(channel, mailbox));
    }
    return received.get();
  }

  /**
   * Ends a collect: notes what could not be moved, so that it is not fetched again.
   *
   * @throws ChannelException if something was stored and could not be moved
   */
  @Override
  public Fetched finish() throws IOException {
    Mailbox mailbox = opened.orElseThrow();
    if (unmovable.isPresent()) {
      notes.write(mailbox.validity(), stored);
      throw unmovable.get();
    }
    notes.clear();
    return new Fetched(taken, leftBehind.stream().map(this::sentence).toList(), warning(mailbox));
  }

  private String sentence(LeftBehindException left) {
    return channel.partner() + ": " + channel.folder() + " " + left.getMessage();
  }

  private Optional<ChannelException> warning(Mailbox mailbox) {
    if (!leftBehind.isEmpty()) {
      return Optional.of(
          new ChannelException(
              Problem.MESSAGES_LEFT,
              String.valueOf(leftBehind.size()),
              channel.folder(),
              channel.server().address(),
              String.valueOf(leftBehind.get(0).getMessage())));
    }
    return held.or(() -> Room.of(mailbox).problem(channel));
  }

  @Override
  public long taken() {
    return taken;
  }

  /** The next round does. */
  @Override
  public boolean goesOn() {
    return false;
  }

  @Override
  public void close() {
    connection.close();
  }
}
