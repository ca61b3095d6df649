import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import xinglin.jobs.batch.Progress;
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
 * The measurement of bench/sftp.sh: small files fetched from one SFTP server, by Camel's own consumer and by ours, in turn. Arguments:
 * port, user, key file, folder that is served, scratch folder, number of files, their bytes.
 */
final class SftpRates {
  private final int port;
  private final String user;
  private final Path key;
  private final Path served;
  private final Path scratch;
  private final int count;
  private final byte[] content;

  private SftpRates(String[] arguments) throws IOException {
    port = Integer.parseInt(arguments[0]);
    user = arguments[1];
    key = Path.of(arguments[2]);
    served = Path.of(arguments[3]);
    scratch = Path.of(arguments[4]);
    count = Integer.parseInt(arguments[5]);
    content = new byte[Integer.parseInt(arguments[6])];
  }

  public static void main(String[] arguments) throws Exception {
    SftpRates rates = new SftpRates(arguments);
    rates.ours("warm-up", 50);
    rates.ours("ours", rates.count);
    rates.stock("stock Camel, no read lock", "", rates.count);
    rates.stock("stock Camel, readLock=changed", "&readLock=changed", Math.min(rates.count, 20));
    System.exit(0);
  }

  private Path fill(String name, int files) throws IOException {
    Path folder = Files.createDirectories(served.resolve(name.replaceAll("[^a-z]", "")));
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    for (int i = 0; i < files; i++) {
      content[0] = (byte) i;
      content[1] = (byte) (i >> 8);
      Path file = Files.write(folder.resolve(String.format("%05d.bin", i)), content);
      Files.setLastModifiedTime(file, old);
    }
    return folder;
  }

  private void ours(String name, int files) throws IOException {
    Path folder = fill(name, files);
    Home home = Home.openOrCreate(scratch.resolve(name.replaceAll("[^a-z]", "")));
    SftpChannel channel =
        new SftpChannel(
            "bench", "127.0.0.1", port, user, Optional.empty(),
            Optional.of(new Secret("file:" + key.toAbsolutePath(), scratch)), Optional.empty(),
            folder.toString(), folder + "/received", Duration.ofSeconds(1), 100_000);
    KnownHosts known = new KnownHosts(scratch.resolve("known_hosts"));
    known.accept("127.0.0.1", port, SftpConnection.fingerprint(channel));
    SftpChannels channels =
        new SftpChannels(
            List.of(channel), known, new RawStore(home), new Ledger(StateDatabase.open(home)),
            Clock.systemUTC(), home.inbox());
    long start = System.nanoTime();
    SftpChannels.Round round = channels.collectOnce(Progress.SILENT);
    print(name, files, start, folder.resolve("received"));
    if (round.deliveries() != files) {
      throw new IllegalStateException(round.toString());
    }
  }

  private void stock(String name, String option, int files) throws Exception {
    Path folder = fill(name, files);
    Path target = Files.createDirectories(scratch.resolve("stock" + option.length()));
    CountDownLatch left = new CountDownLatch(files);
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("sftp://127.0.0.1:" + port + "/" + folder.getFileName() + "?username=" + user + "&privateKeyFile=" + key
                      + "&strictHostKeyChecking=no&useUserKnownHostsFile=false&move=received&delay=1000&initialDelay=0"
                      + option)
                  .to("file://" + target)
                  .process(exchange -> left.countDown());
            }
          });
      long start = System.nanoTime();
      camel.start();
      if (!left.await(10, TimeUnit.MINUTES)) {
        throw new IllegalStateException(name + ": not done after ten minutes");
      }
      while (moved(folder.resolve("received")) < files) {
        Thread.sleep(5);
      }
      print(name, files, start, folder.resolve("received"));
    }
  }

  private static long moved(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static void print(String name, int files, long start, Path received) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%-32s %6d files %8.2f s %8.1f files a second, %d moved%n",
        name, files, seconds, files / seconds, moved(received));
  }
}
