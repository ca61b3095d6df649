package xinglin.routes.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.routes.arrival.Allowance;
import xinglin.routes.arrival.ArrivalTimes;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/**
 * Fetches what lies in one partner's folder. Small files cost answers, not bytes, so many are asked
 * for at once, and while one group becomes durable others are fetched. A group of files is durable
 * before the ledger counts it, and counted before its files are moved on the server. Killed in
 * between, the next collect makes the same deliveries again and counts nothing twice. For one use;
 * groups may be worked on in several threads.
 */
final class SftpCollector implements AutoCloseable {
  static final int CHANNELS = 4;
  private static final int GROUP = 250;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));
  private static final Logger LOG = LoggerFactory.getLogger(SftpCollector.class);
  private final SftpChannel channel;
  private final RawStore raw;
  private final Ledger ledger;
  private final Clock clock;
  private final Path noted;
  private final Allowance allowance;
  private final Moments moments;
  private final SftpConnection connection;
  private final Semaphore free = new Semaphore(CHANNELS);
  private final Queue<SftpLine> lines = new ConcurrentLinkedQueue<>();
  private final Collection<RemoteFile> unmoved = new ConcurrentLinkedQueue<>();
  private final Collection<String> leftBehind = new ConcurrentLinkedQueue<>();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong held = new AtomicLong();

  /**
   * @param noted where the times of arrival are noted while files are taken
   */
  SftpCollector(
      SftpChannel channel,
      KnownHosts known,
      RawStore raw,
      Ledger ledger,
      Clock clock,
      Path noted,
      Allowance allowance,
      Moments moments) {
    this.channel = channel;
    this.raw = raw;
    this.ledger = ledger;
    this.clock = clock;
    this.noted = noted;
    this.allowance = allowance;
    this.moments = moments;
    this.connection = SftpConnection.open(channel, known, System.getenv());
  }

  /** Files that may be taken now, in groups, with when they arrived. */
  List<FileGroup> stable() {
    return onLine(
        line -> {
          StableFiles stable = StableFiles.of(connection, line.sftp(), channel, Instant.now());
          List<RemoteFile> files =
              stable.files().stream().filter(file -> allowance.take(file.bytes())).toList();
          held.set(stable.files().size() - files.size());
          ArrivalTimes times =
              ArrivalTimes.fix(
                  noted, files.stream().map(RemoteFile::key).toList(), clock.instant());
          if (!files.isEmpty()) {
            connection.makeReceived(line.sftp());
          }
          moments.reached(Moment.SFTP_LISTED);
          List<FileGroup> groups = new ArrayList<>();
          for (int from = 0; from < files.size(); from += GROUP) {
            int to = Math.min(from + GROUP, files.size());
            groups.add(new FileGroup(files.subList(from, to), stable, times));
          }
          return groups;
        });
  }

  /** What is fetched, stored and moved together. */
  record FileGroup(List<RemoteFile> files, StableFiles among, ArrivalTimes times) {}

  /** Makes the bytes of a group durable; what cannot be fetched stays behind. */
  StoredFiles store(FileGroup group) {
    return onLine(
        line -> {
          Download download =
              new Download(channel, line, group.among(), group.times(), leftBehind::add);
          try (RawGroup bytes = raw.begin()) {
            Map<RemoteFile, Envelope> stored = download.store(group.files(), bytes);
            List<RemoteFile> kept = new ArrayList<>();
            for (Map.Entry<RemoteFile, Envelope> one : stored.entrySet()) {
              if (group.among().isStable(one.getKey(), line.sftp())) {
                kept.add(one.getKey());
              } else {
                bytes.forget(one.getValue());
              }
            }
            moments.reached(Moment.SFTP_FETCHED);
            List<Envelope> envelopes = bytes.commit();
            moments.reached(Moment.SFTP_STORED);
            return new StoredFiles(kept, envelopes, group);
          }
        });
  }

  /** Files that are durable. */
  record StoredFiles(List<RemoteFile> files, List<Envelope> envelopes, FileGroup group) {}

  /** Counts a group. */
  StoredFiles count(StoredFiles stored) {
    ledger.receive(stored.envelopes());
    taken.addAndGet(stored.envelopes().size());
    moments.reached(Moment.SFTP_COUNTED);
    return stored;
  }

  /** Moves a group to the folder for what was received. */
  StoredFiles move(StoredFiles stored) {
    unmoved.addAll(stored.files());
    Set<RemoteFile> left = new HashSet<>(stored.files());
    String stamp = STAMP.format(clock.instant());
    try {
      return onLine(
          line -> {
            new Moving(channel, line.pipe(), stored.group().among(), stamp, leftBehind::add)
                .move(stored.files(), left::remove, () -> moments.reached(Moment.SFTP_ONE_MOVED));
            moments.reached(Moment.SFTP_MOVED);
            return stored;
          });
    } finally {
      unmoved.removeIf(file -> stored.files().contains(file) && !left.contains(file));
    }
  }

  /**
   * Ends a collect: notes what could not be moved, so that it is not taken for something new.
   *
   * @throws ChannelException if something was stored and could not be moved
   */
  Fetched finish(List<FileGroup> groups) throws IOException {
    if (!groups.isEmpty()) {
      groups.get(0).times().keep(unmoved.stream().map(RemoteFile::key).toList());
    }
    if (!unmoved.isEmpty()) {
      throw new ChannelException(
          Problem.FOLDER_NOT_WRITABLE,
          channel.received(),
          channel.server(),
          unmoved.size() + " files stay where they were");
    }
    Optional<ChannelException> warning =
        held.get() == 0
            ? Optional.empty()
            : Optional.of(allowance.warning(held.get(), channel.server()));
    return new Fetched(taken.get(), List.copyOf(leftBehind), warning);
  }

  /**
   * What one collect of one channel did.
   *
   * @param warning of files that stay until tomorrow
   */
  record Fetched(long deliveries, List<String> leftBehind, Optional<ChannelException> warning) {}

  /** Work on one SFTP channel. */
  private interface Work<T> {
    T on(SftpLine line) throws IOException;
  }

  /** On a channel that nobody uses, a new one if there is none. */
  private <T> T onLine(Work<T> work) {
    try {
      free.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(e);
    }
    try {
      SftpLine known = lines.poll();
      SftpLine line = known == null ? connection.line() : known;
      T result = work.on(line);
      lines.add(line); // not after a failure: answers may be under way
      return result;
    } catch (IOException | DeliveryException e) {
      throw failure(e);
    } finally {
      free.release();
    }
  }

  private DeliveryException failure(Throwable cause) {
    if (cause instanceof DeliveryException known && !(known.getCause() instanceof IOException)) {
      return known;
    }
    LOG.debug("fetching from {} broke off", channel.server(), cause);
    return new ChannelException(
        Problem.BROKEN_OFF, channel.server(), String.valueOf(cause.getMessage()));
  }

  @Override
  public void close() {
    connection.close();
  }
}
