import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import xinglin.routes.round.ChannelRound;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.Secret;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.sftp.SftpChannels;
import xinglin.routes.sftp.SftpConnection;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/**
 * The measurements of bench/sftp.sh: files fetched from one SFTP server, by Camel's own consumer and by ours, in turn. Arguments:
 * what (ours, stock, locked, large), port, user, key file, folder that is served, scratch folder, number of files, their bytes, how
 * often: the first time includes loading and compiling the program.
 */
final class SftpRates {
  private final String what;
  private final int port;
  private final String user;
  private final Path key;
  private final Path served;
  private final Path scratch;
  private final int count;
  private final long bytes;
  private long cpuBefore;

  private SftpRates(String[] arguments) {
    what = arguments[0];
    port = Integer.parseInt(arguments[1]);
    user = arguments[2];
    key = Path.of(arguments[3]);
    served = Path.of(arguments[4]);
    scratch = Path.of(arguments[5]);
    count = Integer.parseInt(arguments[6]);
    bytes = Long.parseLong(arguments[7]);
  }

  public static void main(String[] arguments) throws Exception {
    SftpRates rates = new SftpRates(arguments);
    for (int round = Integer.parseInt(arguments[8]); round > 0; round--) {
      switch (rates.what) {
        case "ours", "large" -> rates.ours();
        case "stock" -> rates.stock("");
        case "locked" -> rates.stock("&readLock=changed");
        default -> throw new IllegalArgumentException(rates.what);
      }
    }
    System.out.println();
    System.exit(0);
  }

  /** Files that have been left alone for an hour, each with other bytes. */
  private Path fill() throws IOException {
    Path folder = Files.createDirectories(served.resolve(what + "-" + System.nanoTime()));
    Files.createDirectories(folder.resolve("received"));
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    byte[] block = new byte[(int) Math.min(bytes, 1 << 20)];
    Random random = new Random(bytes);
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve(String.format("%05d.bin", i));
      try (OutputStream out = Files.newOutputStream(file)) {
        for (long left = bytes; left > 0; left -= block.length) {
          random.nextBytes(block);
          out.write(block, 0, (int) Math.min(left, block.length));
        }
      }
      Files.setLastModifiedTime(file, old);
    }
    return folder;
  }

  private void ours() throws IOException {
    Path folder = fill();
    Home home = Home.openOrCreate(scratch.resolve("home-" + System.nanoTime()));
    SftpChannel channel =
        new SftpChannel(
            "bench", "127.0.0.1", port, user, Optional.empty(),
            Optional.of(new Secret("file:" + key.toAbsolutePath(), scratch)), Optional.empty(),
            folder.toString(), folder + "/received", Duration.ofSeconds(1), 100_000);
    KnownHosts known = new KnownHosts(scratch.resolve("known_hosts"));
    known.accept("127.0.0.1", port, SftpConnection.fingerprint(channel));
    Ledger ledger = new Ledger(StateDatabase.open(home));
    SftpChannels channels =
        new SftpChannels(
            List.of(channel), known, new RawStore(home), ledger,
            Clock.systemUTC(), home.inbox(), home.temporary(),
            new Allowances(Map.of("bench", new DayLimits(1_000_000, 1L << 40)), DayLimits.standard(), ledger, Clock.systemUTC()),
            Moments.unwatched());
    waitForDisk();
    long start = System.nanoTime();
    ChannelRound.Outcome round = channels.collectOnce(Progress.SILENT);
    print(start, folder.resolve("received"));
    if (round.deliveries() != count || !round.failures().equals(Map.of())) {
      throw new IllegalStateException(round.toString());
    }
  }

  private void stock(String option) throws Exception {
    Path folder = fill();
    Path target = Files.createDirectories(scratch.resolve("stock-" + System.nanoTime()));
    CountDownLatch left = new CountDownLatch(count);
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("sftp://127.0.0.1:" + port + "/" + folder.getFileName() + "?username=" + user + "&privateKeyFile=" + key
                      + "&strictHostKeyChecking=no&useUserKnownHostsFile=false&move=received&delay=1000&initialDelay=0"
                      + "&stepwise=false&fastExistsCheck=true&autoCreate=false&bulkRequests=64"
                      + option)
                  .to("file://" + target)
                  .process(exchange -> left.countDown());
            }
          });
      waitForDisk();
      long start = System.nanoTime();
      camel.start();
      if (!left.await(10, TimeUnit.MINUTES)) {
        throw new IllegalStateException(what + ": not done after ten minutes");
      }
      while (moved(folder.resolve("received")) < count) {
        Thread.sleep(2);
      }
      print(start, folder.resolve("received"));
    }
  }

  /** What was written for the measurement must not be written during it. */
  private void waitForDisk() throws IOException {
    try {
      new ProcessBuilder("sync").start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cpuBefore = cpu();
  }

  /** Processor time of this process, which other work on the machine hardly changes. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static long moved(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private void print(long start, Path received) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (cpu() - cpuBefore) / 1e9;
    String rate =
        bytes > 1 << 20
            ? String.format("%7.1f MB/s", count * bytes / 1e6 / seconds)
            : String.format("%7.1f files/s", count / seconds);
    System.out.printf("%6d moved %6.2f s %s, processor %6.2f s  ", moved(received), seconds, rate, busy);
  }
}
