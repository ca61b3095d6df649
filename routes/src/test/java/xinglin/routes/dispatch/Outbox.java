package xinglin.routes.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.parcel.PreparedFiles;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.MailServer;
import xinglin.routes.partner.MailServer.Protection;
import xinglin.routes.partner.Secret;
import xinglin.routes.smtp.SmtpCarrier;
import xinglin.routes.smtp.SmtpChannel;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.ledger.StateDatabase;

/** A home with parcels in its outbox, and a clock that a test turns. */
final class Outbox {
  static final Instant START = Instant.parse("2024-08-15T02:00:00Z");
  static final String CHANNEL = "office/smtp";
  private final Home home;
  private final ParcelLedger ledger;
  private Instant now = START;

  Outbox(Path folder) {
    home = Home.openOrCreate(folder);
    ledger = new ParcelLedger(StateDatabase.open(home));
  }

  ParcelLedger ledger() {
    return ledger;
  }

  Path root() {
    return home.root();
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  Clock clock() {
    return Clock.fixed(now, ZoneId.of("Asia/Shanghai"));
  }

  /** Parcels with these names, mails to {@code <name>@county.example.cn}. */
  void mails(String... names) throws IOException {
    List<Parcel> parcels = new ArrayList<>();
    for (String name : names) {
      Path file = Files.createDirectories(home.outbox().resolve("p")).resolve(name + ".eml");
      Files.writeString(file, mail(name));
      parcels.add(
          Parcel.waiting(
              name + ".answer",
              name,
              "p",
              Parcel.Way.MAIL,
              CHANNEL,
              name + "@county.example.cn",
              Optional.of("<" + name + ".answer@wjw.example.cn>"),
              new PreparedFiles(home.root()).of(file),
              now));
    }
    ledger.add(parcels);
  }

  /** A folder of a page and a receipt for a partner's folder. */
  void files(String partner, String name) throws IOException {
    Path parcel = Files.createDirectories(home.outbox().resolve(partner).resolve(name + ".parcel"));
    Files.writeString(parcel.resolve(name + ".html"), "page");
    Files.writeString(parcel.resolve(name + ".json"), "{}");
    ledger.add(
        List.of(
            Parcel.waiting(
                name + ".answer",
                name,
                partner,
                Parcel.Way.FOLDER,
                partner + "/folder-answers",
                "",
                Optional.empty(),
                new PreparedFiles(home.root()).of(parcel),
                now)));
  }

  /** Lines that begin with a dot, a long line, no empty line at the end. */
  static String mail(String name) {
    return "Message-ID: <"
        + name
        + ".answer@wjw.example.cn>\r\nFrom: office@wjw.example.cn\r\nTo: "
        + name
        + "@county.example.cn\r\nSubject: answer\r\n\r\n.\r\n..two\r\n"
        + "x".repeat(900)
        + "\r\nend\r\n";
  }

  Dispatched dispatch(Carrier... carriers) {
    return new Dispatcher(List.of(carriers), ledger, home.root(), clock(), Moments.unwatched())
        .dispatchOnce(Progress.SILENT);
  }

  /** Whatever became of a parcel: state, problem, minutes to the next try. */
  String state(String name) {
    Parcel parcel = ledger.find(name + ".answer").orElseThrow();
    return parcel.state()
        + parcel.problem().map(problem -> " " + problem + " " + parcel.details()).orElse("")
        + parcel.nextAt().map(next -> " again").orElse("");
  }

  /** Minutes until a parcel is tried again. */
  long minutes(String name) {
    return Duration.between(now, ledger.find(name + ".answer").orElseThrow().nextAt().orElseThrow())
        .toMinutes();
  }

  static Carrier carrier(int port) {
    return new SmtpCarrier(
        channel(port, Optional.empty(), Optional.empty(), Protection.NONE, Optional.empty()),
        Map.of());
  }

  /** One that logs in with a password kept in the given folder. */
  static Carrier withPassword(int port, Path secrets, String password) throws IOException {
    Path file = secrets.resolve("smtp.secret");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    return new SmtpCarrier(
        channel(
            port,
            Optional.of("office"),
            Optional.of(new Secret("file:smtp.secret", secrets)),
            Protection.NONE,
            Optional.empty()),
        Map.of());
  }

  static SmtpChannel channel(
      int port,
      Optional<String> user,
      Optional<Secret> password,
      Protection protection,
      Optional<Path> authority) {
    return new SmtpChannel(
        CHANNEL,
        new MailServer("127.0.0.1", port, user, password, protection, authority),
        "office@wjw.example.cn",
        "",
        1 << 20);
  }
}
