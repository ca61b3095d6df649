package xinglin.routes.imap;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import xinglin.routes.arrival.Allowance;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.MailServer;
import xinglin.routes.partner.MailServer.Protection;
import xinglin.routes.partner.Secret;
import xinglin.warehouse.ledger.Ledger;

/** A mail server on this machine with one mailbox, {@code office} / {@code a secret}. */
final class MailServerInProcess implements AutoCloseable {
  static final String PASSWORD = "a secret";
  private static final String USER = "office";
  private final GreenMail server =
      new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
  private final GreenMailUser user;

  MailServerInProcess() {
    server.start();
    user = server.setUser("office@wjw.example.cn", USER, PASSWORD);
  }

  int port() {
    return server.getImap().getPort();
  }

  GreenMail server() {
    return server;
  }

  GreenMailUser user() {
    return user;
  }

  /** The mailbox, its password in the given folder. */
  ImapChannel channel(Path secrets) throws IOException {
    return channel(secrets, PASSWORD, "127.0.0.1", port(), Protection.NONE, Optional.empty());
  }

  static ImapChannel channel(
      Path secrets,
      String password,
      String host,
      int port,
      Protection protection,
      Optional<Path> authority)
      throws IOException {
    Path file = secrets.resolve("office.secret");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    return new ImapChannel(
        ImapChannel.OFFICE,
        new MailServer(
            host,
            port,
            Optional.of(USER),
            Optional.of(new Secret("file:" + file.getFileName(), secrets)),
            protection,
            authority),
        "INBOX",
        "已接收",
        Optional.of("mx.wjw.example.cn"),
        1_000);
  }

  /** Senders may deliver what they like. */
  static Function<Optional<String>, Allowance> unlimited(Ledger ledger) {
    Allowances allowances =
        new Allowances(Map.of(), DayLimits.standard(), ledger, Clock.systemUTC());
    return sender -> allowances.of(sender.orElse(""));
  }

  static String message(int number) {
    return """
    From: county%d@wjw.example.cn\r
    To: office@wjw.example.cn\r
    Subject: report %d\r
    Date: Mon, 12 Aug 2024 18:00:00 +0800\r
    Message-ID: <%d@wjw.example.cn>\r
    \r
    text %d\r
    """
        .formatted(number, number, number, number);
  }

  /** Lays a message into the mailbox as it is. */
  void deliver(String message) throws MessagingException {
    user.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1))));
  }

  List<StoredMessage> messages(String folder) {
    ImapHostManager host = server.getManagers().getImapHostManager();
    List<StoredMessage> found = new ArrayList<>();
    MailFolder known = host.getFolder(user, folder);
    if (known != null) {
      found.addAll(known.getMessages());
    }
    return found;
  }

  @Override
  public void close() {
    server.stop();
  }
}
