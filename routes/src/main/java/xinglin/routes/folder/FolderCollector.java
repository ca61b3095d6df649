package xinglin.routes.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xinglin.jobs.unpack.text.EntryName;
import xinglin.routes.arrival.Allowance;
import xinglin.routes.arrival.ArrivalTimes;
import xinglin.routes.arrival.Completion;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.FolderChannel;
import xinglin.routes.round.Fetched;
import xinglin.routes.round.GroupCollector;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/**
 * Takes what lies in one partner's folder: durable as a group, then counted, then moved; never
 * deleted. Killed in between, the next collect makes the same deliveries again and counts nothing
 * twice. For one use.
 */
final class FolderCollector
    implements GroupCollector<FolderCollector.FileGroup, FolderCollector.StoredFiles> {
  private static final int GROUP = 500;
  private static final int MOST_NAMES = 100;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));
  private final FolderChannel channel;
  private final RawStore raw;
  private final Ledger ledger;
  private final Clock clock;
  private final Path noted;
  private final Allowance allowance;
  private final List<String> leftBehind = new ArrayList<>();
  private final List<LaidFile> unmoved = new ArrayList<>();
  private Optional<ArrivalTimes> times = Optional.empty();
  private String reason = "";
  private long taken;
  private long held;

  /**
   * @param noted where the times of arrival are noted while files are taken
   */
  FolderCollector(
      FolderChannel channel,
      RawStore raw,
      Ledger ledger,
      Clock clock,
      Path noted,
      Allowance allowance) {
    this.channel = channel;
    this.raw = raw;
    this.ledger = ledger;
    this.clock = clock;
    this.noted = noted;
    this.allowance = allowance;
  }

  /** What is stored and moved together. */
  record FileGroup(List<LaidFile> files, FolderListing among, ArrivalTimes times) {}

  /** Files that are durable. */
  record StoredFiles(List<LaidFile> files, List<Envelope> envelopes, FileGroup group) {}

  /** Files that may be taken now, in groups, with when they arrived. */
  @Override
  public List<FileGroup> list() throws IOException {
    FolderListing among = FolderListing.stable(channel, java.time.Instant.now());
    List<LaidFile> files =
        among.files().stream().filter(file -> allowance.take(file.bytes())).toList();
    held = (long) among.files().size() - files.size();
    ArrivalTimes fixed =
        ArrivalTimes.fix(noted, files.stream().map(LaidFile::key).toList(), clock.instant());
    times = Optional.of(fixed);
    List<FileGroup> groups = new ArrayList<>();
    for (int from = 0; from < files.size(); from += GROUP) {
      int to = Math.min(from + GROUP, files.size());
      groups.add(new FileGroup(files.subList(from, to), among, fixed));
    }
    return groups;
  }

  /** Makes the bytes of a group durable; what cannot be read stays behind. */
  @Override
  public StoredFiles store(FileGroup group) {
    List<LaidFile> stored = new ArrayList<>();
    try (RawGroup bytes = raw.begin()) {
      for (LaidFile file : group.files()) {
        Optional<String> wrong = wrong(file, group, bytes);
        wrong.ifPresentOrElse(
            why -> leftBehind.add(channel.partner() + ": " + shown(file) + " " + why),
            () -> stored.add(file));
      }
      return new StoredFiles(stored, bytes.commit(), group);
    }
  }

  /** Adds a file to a group of the raw store, or says why it stays. */
  private Optional<String> wrong(LaidFile file, FileGroup group, RawGroup bytes) {
    int before = bytes.size();
    Optional<String> wrong = Optional.empty();
    try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
      Arrival arrival =
          Arrival.ofFile(
              channel.partner(),
              "folder",
              shown(file),
              group.times().of(file.key(), file.modified()));
      Envelope envelope = bytes.add(arrival, in);
      LaidFile now = look(file.path());
      if (envelope.bytes() != file.bytes() || !now.equals(file)) {
        wrong = Optional.of("changed while it was fetched");
      } else if (group.among().listed().containsKey(file.name() + Completion.DIGEST)
          && !envelope.sha256().equals(digest(file))) {
        wrong = Optional.of("is not what its .sha256 says");
      }
    } catch (IOException e) {
      wrong = Optional.of("cannot be read: " + FolderListing.reason(e));
    }
    if (wrong.isPresent()) {
      bytes.forgetBack(before);
    }
    return wrong;
  }

  private static String digest(LaidFile file) throws IOException {
    Path beside = file.path().resolveSibling(file.name() + Completion.DIGEST);
    try (InputStream in = Files.newInputStream(beside, LinkOption.NOFOLLOW_LINKS)) {
      byte[] text = in.readNBytes(Completion.LONGEST_DIGEST_FILE);
      return Completion.digest(new String(text, StandardCharsets.US_ASCII));
    }
  }

  private static LaidFile look(Path path) throws IOException {
    return LaidFile.of(
        path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  private static String shown(LaidFile file) {
    return EntryName.ofAttachment(file.name());
  }

  /** Counts a group. */
  @Override
  public StoredFiles count(StoredFiles stored) {
    ledger.receive(stored.envelopes());
    taken += stored.envelopes().size();
    return stored;
  }

  /** Moves a group to the folder for what was received. */
  @Override
  public StoredFiles move(StoredFiles stored) {
    String stamp = STAMP.format(clock.instant()) + "-";
    for (LaidFile file : stored.files()) {
      try {
        Files.createDirectories(channel.received());
        for (String end : Completion.COMPANIONS) {
          if (stored.group().among().listed().containsKey(file.name() + end)) {
            Path beside = file.path().resolveSibling(file.name() + end);
            Files.move(beside, free(stamp + file.name() + end));
          }
        }
        Path target = free(stamp + file.name());
        Files.move(file.path(), target);
        LaidFile moved = look(target);
        if (moved.bytes() != file.bytes() || !moved.modified().equals(file.modified())) {
          Files.move(target, file.path()); // replaced meanwhile: taken next time as something new
          leftBehind.add(
              channel.partner() + ": " + shown(file) + " was replaced while it was fetched");
        }
      } catch (IOException e) {
        if (Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
          unmoved.add(file);
          reason = FolderListing.reason(e);
        }
      }
    }
    return stored;
  }

  /** What we have is never overwritten: a name that is taken gets a number. */
  private Path free(String name) {
    Path target = channel.received().resolve(name);
    for (int number = 1; number < MOST_NAMES && Files.exists(target); number++) {
      target = channel.received().resolve(name + "-" + number);
    }
    return target;
  }

  /**
   * Ends a collect: notes what could not be moved, so that it is not taken for something new.
   *
   * @throws ChannelException if something was stored and could not be moved
   */
  @Override
  public Fetched finish() throws IOException {
    if (times.isPresent()) {
      times.get().keep(unmoved.stream().map(LaidFile::key).toList());
    }
    if (!unmoved.isEmpty()) {
      throw new ChannelException(
          Problem.FOLDER_NOT_WRITABLE,
          channel.received().toString(),
          FolderListing.HERE,
          reason + ", " + unmoved.size());
    }
    Optional<ChannelException> warning =
        held == 0
            ? Optional.empty()
            : Optional.of(allowance.warning(held, channel.path().toString()));
    return new Fetched(taken, leftBehind, warning);
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

  /** Holds nothing open between its steps. */
  @Override
  public void close() {}
}
