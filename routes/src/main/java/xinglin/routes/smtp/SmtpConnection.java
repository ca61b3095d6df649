package xinglin.routes.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.routes.dispatch.Carrier;
import xinglin.routes.dispatch.ParcelRefusedException;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.warehouse.ledger.Parcel;

/** One connection to a mail server, over which mails go one after the other. */
final class SmtpConnection implements Carrier.Connection {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);
  private static final int DONE = 250;
  private final SmtpChannel channel;
  private final Session session;
  private final SMTPTransport transport;

  private SmtpConnection(SmtpChannel channel, Session session, SMTPTransport transport) {
    this.channel = channel;
    this.session = session;
    this.transport = transport;
  }

  /**
   * Connects and logs in.
   *
   * @throws ChannelException with what an operator has to do
   */
  static SmtpConnection open(SmtpChannel channel, Map<String, String> environment) {
    Optional<String> secret = channel.server().secret(environment);
    Properties properties = channel.server().properties("smtp");
    properties.put("mail.smtp.from", channel.from());
    properties.put("mail.smtp.quitwait", "false");
    Session session = Session.getInstance(properties);
    try {
      SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
      transport.connect(
          channel.server().host(),
          channel.server().port(),
          channel.server().user().orElse(null),
          secret.orElse(null));
      return new SmtpConnection(channel, session, transport);
    } catch (MessagingException e) {
      throw channel.server().failure(e);
    }
  }

  @Override
  public void deliver(Parcel parcel, Path prepared) throws ParcelRefusedException {
    try {
      InternetAddress[] to = {new InternetAddress(parcel.target(), true)};
      transport.sendMessage(new PreparedMail(session, prepared), to);
    } catch (MessagingException e) {
      throw Refusal.of(channel, parcel.target(), e);
    }
  }

  /** Whether the server takes mails from our address; nothing is sent. */
  void trySender() {
    try {
      int code = transport.simpleCommand("MAIL FROM:<" + channel.from() + ">");
      String words = String.valueOf(transport.getLastServerResponse()).strip();
      transport.simpleCommand("RSET");
      if (code != DONE) {
        throw new ChannelException(
            Problem.SENDER_REFUSED, channel.server().address(), channel.from(), words);
      }
    } catch (MessagingException e) {
      throw channel.server().failure(e);
    }
  }

  /** What was confirmed is booked; how the farewell goes does not matter. */
  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("No farewell", e);
    }
  }
}
