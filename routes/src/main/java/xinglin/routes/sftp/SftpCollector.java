package xinglin.routes.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.sshd.sftp.client.SftpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.routes.arrival.ArrivalTimes;
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
 * Fetches what lies in one partner's folder. Small files cost answers, not bytes, so several
 * channels of one session fetch at the same time. A group of files is durable before the ledger
 * counts it, and counted before its files are moved on the server. Killed in between, the next
 * collect makes the same deliveries again and counts nothing twice. For one use.
 */
final class SftpCollector implements AutoCloseable {
  private static final int CHANNELS = 8;
  private static final int GROUP = 400;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));
  private static final Logger LOG = LoggerFactory.getLogger(SftpCollector.class);
  private final SftpChannel channel;
  private final RawStore raw;
  private final Ledger ledger;
  private final Clock clock;
  private final Path noted;
  private final SftpConnection connection;
  private final List<SftpClient> clients = new ArrayList<>();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(CHANNELS, SftpCollector::thread);
  private final Collection<RemoteFile> unmoved = new ConcurrentLinkedQueue<>();
  private final Collection<String> leftBehind = new ConcurrentLinkedQueue<>();
  private long taken;

  /**
   * @param noted where the times of arrival are noted while files are taken
   */
  SftpCollector(
      SftpChannel channel, KnownHosts known, RawStore raw, Ledger ledger, Clock clock, Path noted) {
    this.channel = channel;
    this.raw = raw;
    this.ledger = ledger;
    this.clock = clock;
    this.noted = noted;
    this.connection = SftpConnection.open(channel, known, System.getenv());
  }

  /** Files that may be taken now, in groups, with when they arrived. */
  List<FileGroup> stable() throws IOException {
    SftpClient first = client();
    StableFiles stable = StableFiles.of(connection, first, channel, Instant.now());
    ArrivalTimes times =
        ArrivalTimes.fix(
            noted, stable.files().stream().map(RemoteFile::key).toList(), clock.instant());
    List<FileGroup> groups = new ArrayList<>();
    List<RemoteFile> files = stable.files();
    if (!files.isEmpty()) {
      connection.makeReceived(first);
    }
    for (int from = 0; from < files.size(); from += GROUP) {
      groups.add(
          new FileGroup(files.subList(from, Math.min(from + GROUP, files.size())), stable, times));
    }
    return groups;
  }

  /** What is fetched, stored and moved together. */
  record FileGroup(List<RemoteFile> files, StableFiles among, ArrivalTimes times) {}

  /** Makes the bytes of a group durable; what cannot be fetched stays behind. */
  StoredFiles store(FileGroup group) {
    Collection<RemoteFile> stored = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<RemoteFile> waiting = new ConcurrentLinkedQueue<>(group.files());
    List<Envelope> envelopes = Collections.synchronizedList(new ArrayList<>());
    inParallel(
        Math.min(CHANNELS, group.files().size()),
        client -> {
          Download download = new Download(channel, client, group.among(), group.times());
          try (RawGroup bytes = raw.begin()) {
            List<RemoteFile> mine = new ArrayList<>();
            for (RemoteFile file = waiting.poll(); file != null; file = waiting.poll()) {
              try {
                download.store(file, bytes);
                mine.add(file);
              } catch (Download.LeftBehindException e) {
                leftBehind.add(channel.partner() + ": " + e.getMessage());
              }
            }
            envelopes.addAll(bytes.commit());
            stored.addAll(mine);
          }
          return null;
        });
    return new StoredFiles(List.copyOf(stored), List.copyOf(envelopes), group);
  }

  /** Files that are durable. */
  record StoredFiles(List<RemoteFile> files, List<Envelope> envelopes, FileGroup group) {}

  /** Counts a group. */
  StoredFiles count(StoredFiles stored) {
    ledger.receive(stored.envelopes());
    taken += stored.envelopes().size();
    return stored;
  }

  /** Moves a group to the folder for what was received. */
  StoredFiles move(StoredFiles stored) {
    String stamp = STAMP.format(clock.instant());
    ConcurrentLinkedQueue<RemoteFile> waiting = new ConcurrentLinkedQueue<>(stored.files());
    unmoved.addAll(stored.files());
    inParallel(
        Math.min(CHANNELS, stored.files().size()),
        client -> {
          Download moving =
              new Download(channel, client, stored.group().among(), stored.group().times());
          for (RemoteFile file = waiting.poll(); file != null; file = waiting.poll()) {
            try {
              moving.move(file, stamp);
              unmoved.remove(file);
            } catch (IOException e) {
              LOG.warn("Cannot move {} of {}", Download.shown(file), channel.partner(), e);
            }
          }
          return null;
        });
    return stored;
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
    return new Fetched(taken, List.copyOf(leftBehind));
  }

  /** What one collect of one channel did. */
  record Fetched(long deliveries, List<String> leftBehind) {}

  /** Work of one SFTP channel. */
  private interface Work {
    Void run(SftpClient client) throws IOException;
  }

  private void inParallel(int channels, Work work) {
    List<Callable<Void>> tasks = new ArrayList<>();
    try {
      while (clients.size() < channels) {
        client();
      }
      for (SftpClient client : clients.subList(0, channels)) {
        tasks.add(() -> work.run(client));
      }
      for (Future<Void> task : workers.invokeAll(tasks)) {
        task.get();
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (IOException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(e);
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

  private SftpClient client() throws IOException {
    SftpClient client = connection.sftp();
    clients.add(client);
    return client;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "sftp");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    workers.shutdownNow();
    connection.close();
  }
}
