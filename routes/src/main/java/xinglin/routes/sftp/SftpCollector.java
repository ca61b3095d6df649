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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import xinglin.routes.arrival.Allowance;
import xinglin.routes.arrival.ArrivalTimes;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.round.Fetched;
import xinglin.routes.round.GroupCollector;
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
final class SftpCollector
    implements GroupCollector<SftpCollector.FileGroup, SftpCollector.StoredFiles> {
  /** Groups that are fetched before the second listing, and become durable side by side. */
  static final int GROUPS = 16;

  private static final int GROUP = 250;

  /** Of many files more: each group forces the same folders to disk. */
  private static final int LARGEST_GROUP = 1000;

  private static final int GROUPS_AT_LEAST = 8;
  private static final long GROUP_BYTES = 256L << 20;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));
  private final SftpChannel channel;
  private final RawStore raw;
  private final Ledger ledger;
  private final Clock clock;
  private final Path noted;
  private final Path partials;
  private final Allowance allowance;
  private final Moments moments;
  private final SftpConnection connection;
  private final SftpLines lines;
  private final Collection<RemoteFile> unmoved = ConcurrentHashMap.newKeySet();
  private final Collection<String> leftBehind = new ConcurrentLinkedQueue<>();
  private final Collection<RemoteFile> allowed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean keptPart = new AtomicBoolean();
  private final AtomicLong taken = new AtomicLong();
  private Optional<ArrivalTimes> started = Optional.empty();
  private final AtomicLong held = new AtomicLong();

  /**
   * @param noted where the times of arrival are noted while files are taken
   * @param partials folder for what was fetched of large files
   */
  SftpCollector(
      SftpChannel channel,
      KnownHosts known,
      RawStore raw,
      Ledger ledger,
      Clock clock,
      Path noted,
      Path partials,
      Allowance allowance,
      Moments moments) {
    this.channel = channel;
    this.raw = raw;
    this.ledger = ledger;
    this.clock = clock;
    this.noted = noted;
    this.partials = partials;
    this.allowance = allowance;
    this.moments = moments;
    this.connection = SftpConnection.open(channel, known, System.getenv());
    this.lines = new SftpLines(channel, connection);
  }

  /** Files that may be taken now, in groups, with when they arrived. */
  @Override
  public List<FileGroup> list() {
    return lines.use(
        line -> {
          StableFiles stable = StableFiles.of(connection, line.sftp(), channel, Instant.now());
          List<RemoteFile> files =
              stable.files().stream().filter(file -> allowance.take(file.bytes())).toList();
          held.set(stable.files().size() - files.size());
          allowed.addAll(files);
          Partial.sweep(partials, channel, stable.all());
          ArrivalTimes times =
              ArrivalTimes.fix(
                  noted, files.stream().map(RemoteFile::key).toList(), clock.instant());
          if (!files.isEmpty()) {
            connection.makeReceived(line.sftp());
          }
          moments.reached(Moment.SFTP_LISTED);
          started = Optional.of(times);
          return groups(files, stable, times);
        });
  }

  private static List<FileGroup> groups(
      List<RemoteFile> files, StableFiles stable, ArrivalTimes times) {
    int most = Math.max(GROUP, Math.min(LARGEST_GROUP, files.size() / GROUPS_AT_LEAST));
    List<FileGroup> groups = new ArrayList<>();
    List<RemoteFile> group = new ArrayList<>();
    long bytes = 0;
    for (RemoteFile file : files) {
      if (group.size() == most || (!group.isEmpty() && bytes + file.bytes() > GROUP_BYTES)) {
        groups.add(new FileGroup(List.copyOf(group), stable, times));
        group.clear();
        bytes = 0;
      }
      group.add(file);
      bytes += file.bytes();
    }
    if (!group.isEmpty()) {
      groups.add(new FileGroup(List.copyOf(group), stable, times));
    }
    return groups;
  }

  /** What is fetched, stored and moved together. */
  record FileGroup(List<RemoteFile> files, StableFiles among, ArrivalTimes times) {}

  /** Makes the bytes of a group durable; what cannot be fetched stays behind. */
  @Override
  public StoredFiles store(FileGroup group) {
    try (RawGroup bytes = raw.begin()) {
      Map<RemoteFile, Envelope> fetched =
          lines.use(line -> download(line, group).store(group.files(), bytes));
      bytes.prepare(); // no line is held while the disk works or the second listing is waited for
      List<RemoteFile> kept = new ArrayList<>();
      for (Map.Entry<RemoteFile, Envelope> one : fetched.entrySet()) {
        if (group.among().isStable(one.getKey(), this::listAgain)) {
          kept.add(one.getKey());
        } else {
          bytes.forget(one.getValue());
        }
      }
      moments.reached(Moment.SFTP_FETCHED);
      List<Envelope> envelopes = bytes.commit();
      moments.reached(Moment.SFTP_STORED);
      return new StoredFiles(kept, envelopes, group);
    } catch (IOException e) {
      throw lines.failure(e);
    }
  }

  private Download download(SftpLine line, FileGroup group) {
    return new Download(
        channel,
        line,
        group.among(),
        group.times(),
        file -> Partial.of(partials, channel, file, () -> keptPart.set(true)),
        leftBehind::add);
  }

  private List<RemoteFile> listAgain() {
    return lines.use(line -> connection.list(line.sftp()));
  }

  /** Files that are durable. */
  record StoredFiles(List<RemoteFile> files, List<Envelope> envelopes, FileGroup group) {}

  /** Counts a group. */
  @Override
  public StoredFiles count(StoredFiles stored) {
    ledger.receive(stored.envelopes());
    taken.addAndGet(stored.envelopes().size());
    stored.files().forEach(allowed::remove);
    moments.reached(Moment.SFTP_COUNTED);
    return stored;
  }

  /** Moves a group to the folder for what was received. */
  @Override
  public StoredFiles move(StoredFiles stored) {
    unmoved.addAll(stored.files());
    Set<RemoteFile> left = new HashSet<>(stored.files());
    String stamp = STAMP.format(clock.instant());
    try {
      return lines.use(
          line -> {
            new Moving(channel, line.pipe(), stored.group().among(), stamp, leftBehind::add)
                .move(stored.files(), left::remove, () -> moments.reached(Moment.SFTP_ONE_MOVED));
            moments.reached(Moment.SFTP_MOVED);
            return stored;
          });
    } finally {
      stored.files().stream().filter(file -> !left.contains(file)).forEach(unmoved::remove);
    }
  }

  /**
   * Ends a collect: notes what could not be moved, so that it is not taken for something new.
   *
   * @throws ChannelException if something was stored and could not be moved
   */
  @Override
  public Fetched finish() throws IOException {
    if (started.isPresent()) {
      started.get().keep(unmoved.stream().map(RemoteFile::key).toList());
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

  @Override
  public long taken() {
    return taken.get();
  }

  @Override
  public boolean goesOn() {
    return taken.get() > 0 || keptPart.get();
  }

  @Override
  public void close() {
    allowed.forEach(file -> allowance.giveBack(file.bytes()));
    connection.close();
  }
}
