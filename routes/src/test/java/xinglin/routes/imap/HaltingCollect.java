package xinglin.routes.imap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.HaltedProcess;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.MailServer.Protection;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/**
 * A process that dies without any clean-up when it first comes to a moment. Arguments: folder of
 * the home and of the password, port of the server, moment.
 */
final class HaltingCollect {
  private HaltingCollect() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    ImapChannel channel =
        MailServerInProcess.channel(
            folder,
            MailServerInProcess.PASSWORD,
            "127.0.0.1",
            Integer.parseInt(arguments[1]),
            Protection.NONE,
            java.util.Optional.empty());
    Home home = Home.openOrCreate(folder.resolve("home"));
    new ImapChannels(
            List.of(channel),
            new RawStore(home),
            new Ledger(StateDatabase.open(home)),
            1 << 20,
            home.inbox(),
            MailServerInProcess.unlimited(new Ledger(StateDatabase.open(home))),
            HaltedProcess.deadly(arguments[2]))
        .collectOnce(Progress.SILENT, Map.of());
  }
}
