package xinglin.routes.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.Secret;
import xinglin.routes.partner.SftpChannel;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/**
 * One county with its server, and a home that fetches from it.
 *
 * @param folder of the home, the password and the known hosts
 * @param port of the server, or of what stands before it
 */
record County(Path folder, int port) {
  static final String ID = "320303";

  SftpChannel channel(Duration quiet) {
    return new SftpChannel(
        ID,
        "127.0.0.1",
        port,
        "county",
        Optional.of(new Secret("file:" + ID + ".secret", folder)),
        Optional.empty(),
        Optional.empty(),
        "/",
        "/received",
        quiet,
        10_000);
  }

  SftpChannels channels(Moments moments) {
    return channels(moments, List.of(channel(Duration.ofSeconds(30))));
  }

  SftpChannels channels(Moments moments, List<SftpChannel> channels) {
    return new SftpChannels(
        channels,
        known(),
        raw(),
        ledger(),
        Clock.systemUTC(),
        home().inbox(),
        home().temporary(),
        new Allowances(Map.of(), DayLimits.standard(), ledger(), Clock.systemUTC()),
        moments);
  }

  /** Trusts the server and writes its password down. */
  County prepare(SftpServer server) throws IOException {
    server.withPassword(ID, folder);
    server.trusted(channel(Duration.ofSeconds(30)), known());
    return this;
  }

  private KnownHosts known() {
    return new KnownHosts(folder.resolve("known_hosts"));
  }

  private Home home() {
    return Home.openOrCreate(folder.resolve("home"));
  }

  RawStore raw() {
    return new RawStore(home());
  }

  private Ledger ledger() {
    return new Ledger(StateDatabase.open(home()));
  }

  /** Every delivery of the ledger with what its bytes are, sorted. */
  List<String> stored() throws IOException {
    List<String> stored = new ArrayList<>();
    for (Delivery delivery : ledger().latestDeliveries(10_000)) {
      Path bytes = raw().path(delivery.envelope().sha256());
      stored.add(delivery.envelope().arrival().fileName() + "=" + Files.readString(bytes));
    }
    return stored.stream().sorted().toList();
  }
}
