package xinglin.routes.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.routes.arrival.ArrivalTimes;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/**
 * Takes waiting files in groups: all bytes of a group are durable in {@code raw/} before the ledger
 * counts them, and counted before they leave the inbox. Killed in between, the next collect does
 * the rest and counts nothing twice.
 */
final class InboxCollector {
  static final String CHANNEL = "inbox";
  private static final int GROUP = 500;
  private static final String TAKEN = ".taken-";
  private static final String NOTED = ".arrivals.json";
  private static final Logger LOG = LoggerFactory.getLogger(InboxCollector.class);
  private final Path inbox;
  private final RawStore raw;
  private final Ledger ledger;
  private final Clock clock;
  private final String partner;

  InboxCollector(Path inbox, RawStore raw, Ledger ledger, Clock clock, String partner) {
    this.inbox = inbox;
    this.raw = raw;
    this.ledger = ledger;
    this.clock = clock;
    this.partner = partner;
  }

  /** What can be taken now, in groups. */
  List<WaitingGroup> waiting() throws IOException {
    finishRemovals();
    List<Waiting> waiting = InboxListing.stable(inbox);
    ArrivalTimes times =
        ArrivalTimes.fix(
            inbox.resolve(NOTED),
            waiting.stream()
                .filter(one -> !Files.exists(one.companion()))
                .map(Waiting::key)
                .toList(),
            clock.instant());
    List<WaitingGroup> groups = new ArrayList<>();
    for (int from = 0; from < waiting.size(); from += GROUP) {
      groups.add(
          new WaitingGroup(waiting.subList(from, Math.min(from + GROUP, waiting.size())), times));
    }
    return groups;
  }

  /**
   * Makes the bytes of a group durable. Files that still change, and those with an unreadable
   * envelope, stay behind.
   */
  StoredGroup store(WaitingGroup group) throws IOException {
    List<Waiting> taken = new ArrayList<>();
    List<String> leftBehind = new ArrayList<>();
    Instant now = clock.instant();
    try (RawGroup bytes = raw.begin()) {
      for (Waiting one : group.files()) {
        try (InputStream in = new StableInput(one)) {
          bytes.add(
              CompanionEnvelope.arrival(one, CHANNEL, partner, group.times().of(one.key(), now)),
              in);
          taken.add(one);
        } catch (EnvelopeUnreadableException e) {
          leftBehind.add(e.getMessage());
        } catch (DeliveryException e) {
          if (!(e.getCause() instanceof StillGrowingException)) {
            throw e;
          }
          leftBehind.add(e.getCause().getMessage());
        }
      }
      leftBehind.forEach(LOG::warn);
      return new StoredGroup(bytes.commit(), taken, leftBehind);
    }
  }

  /** Counts a stored group. */
  StoredGroup count(StoredGroup group) {
    ledger.receive(group.envelopes());
    return group;
  }

  /** Removes a counted group from the inbox. */
  StoredGroup remove(StoredGroup group) throws IOException {
    for (Waiting one : group.files()) {
      if (Files.exists(one.companion())) {
        Path taken = one.file().resolveSibling(TAKEN + one.name());
        Files.move(
            one.file(), taken, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(one.companion());
        Files.delete(taken);
      } else {
        Files.deleteIfExists(one.file());
      }
    }
    return group;
  }

  /** Everything listed was taken or left behind: nothing is half done. */
  void finish() throws IOException {
    Files.deleteIfExists(inbox.resolve(NOTED));
  }

  /** An envelope must not outlive its file, or it would speak for the next file of that name. */
  private void finishRemovals() throws IOException {
    if (!Files.isDirectory(inbox)) {
      return;
    }
    try (Stream<Path> files = Files.walk(inbox)) {
      for (Path taken :
          files.filter(path -> path.getFileName().toString().startsWith(TAKEN)).toList()) {
        String name = taken.getFileName().toString().substring(TAKEN.length());
        if (!Files.exists(taken.resolveSibling(name))) {
          Files.deleteIfExists(taken.resolveSibling(name + InboxListing.COMPANION));
        }
        Files.delete(taken);
      }
    }
  }

  record WaitingGroup(List<Waiting> files, ArrivalTimes times) {}

  record StoredGroup(List<Envelope> envelopes, List<Waiting> files, List<String> leftBehind) {}
}
