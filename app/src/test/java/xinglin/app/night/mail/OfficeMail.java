package xinglin.app.night.mail;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** The office's mail server: its own mailbox, and one for everybody it writes to. */
final class OfficeMail implements AutoCloseable {
  static final String ADDRESS = "dayi@wjw.example.cn";
  private static final String PASSWORD = "a secret";
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  OfficeMail() {
    server.start();
    server.setUser(ADDRESS, ADDRESS, PASSWORD);
  }

  /** Lets a home fetch from and send by this server. */
  void configure(Path home) throws IOException {
    Path secret = home.resolve("config/mail.secret");
    if (Files.notExists(secret)) {
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secret, PASSWORD + "\n");
    }
    Files.writeString(
        home.resolve("config/xinglin.yml"),
        """
        mail:
          imap: {host: 127.0.0.1, port: %d, user: %s, password: "file:mail.secret", tls: none}
          smtp: {host: 127.0.0.1, port: %d, user: %s, password: "file:mail.secret", tls: none, name: 某市卫生健康委员会打非专班}
        """
            .formatted(server.getImap().getPort(), ADDRESS, smtpPort(), ADDRESS));
  }

  /** The server whose word about senders counts. */
  void trust(Path home, String server) throws IOException {
    Path settings = home.resolve("config/xinglin.yml");
    String text = Files.readString(settings);
    Files.writeString(settings, text.replace("imap: {", "imap: {trusted: " + server + ", "));
  }

  int smtpPort() {
    return server.getSmtp().getPort();
  }

  /** Lays a message into the office's mailbox as it is. */
  void arrived(Path message, Instant at) throws IOException {
    try {
      inbox(ADDRESS)
          .appendMessage(
              new MimeMessage(
                  Session.getInstance(new Properties()),
                  new ByteArrayInputStream(Files.readAllBytes(message))),
              new Flags(),
              Date.from(at));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  /** Sends a message by SMTP, byte for byte. */
  void sent(Path message) throws IOException {
    String data =
        new String(Files.readAllBytes(message), StandardCharsets.ISO_8859_1)
            .replaceAll("\r?\n", "\r\n")
            .replaceAll("(?m)^\\.", "..");
    try (Socket socket = new Socket("127.0.0.1", smtpPort())) {
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      answers.readLine();
      for (String command :
          List.of(
              "HELO test",
              "MAIL FROM:<county@example.cn>",
              "RCPT TO:<" + ADDRESS + ">",
              "DATA",
              data + "\r\n.",
              "QUIT")) {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        String answer = answers.readLine();
        if (!answer.matches("[23].*")) {
          throw new IOException(answer);
        }
      }
    }
  }

  /** How many messages lie in a folder of the office. */
  int count(String folder) {
    GreenMailUser user = server.getManagers().getUserManager().getUserByEmail(ADDRESS);
    return server.getManagers().getImapHostManager().getFolder(user, folder).getMessageCount();
  }

  private MailFolder inbox(String address) {
    GreenMailUser user = server.getManagers().getUserManager().getUserByEmail(address);
    return server.getManagers().getImapHostManager().getFolder(user, "INBOX");
  }

  /** What lies in a mailbox, as bytes. */
  List<byte[]> received(String address) throws IOException {
    if (server.getManagers().getUserManager().getUserByEmail(address) == null) {
      return List.of();
    }
    List<byte[]> mails = new ArrayList<>();
    for (StoredMessage stored : inbox(address).getMessages()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        stored.getMimeMessage().writeTo(bytes);
      } catch (MessagingException e) {
        throw new IOException(e);
      }
      mails.add(bytes.toByteArray());
    }
    return mails;
  }

  /** Empties these mailboxes. */
  void empty(List<String> addresses) {
    for (String address : addresses) {
      if (server.getManagers().getUserManager().getUserByEmail(address) != null) {
        inbox(address).deleteAllMessages();
      }
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
