package xinglin.routes.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import xinglin.routes.dispatch.Carrier;
import xinglin.routes.dispatch.ParcelRefusedException;
import xinglin.warehouse.ledger.Parcel;

/** Sends mails over one connection, one after the other. */
public final class SmtpCarrier implements Carrier {
  private final SmtpChannel channel;
  private final Map<String, String> environment;

  /**
   * @param environment where secrets may be
   */
  public SmtpCarrier(SmtpChannel channel, Map<String, String> environment) {
    this.channel = channel;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String channelId() {
    return channel.channelId();
  }

  @Override
  public String kind() {
    return "smtp";
  }

  @Override
  public Carrier.Connection open() {
    Optional<String> secret = channel.server().secret(environment);
    Properties properties = channel.server().properties("smtp");
    properties.put("mail.smtp.from", channel.from());
    properties.put("mail.smtp.quitwait", "false");
    Session session = Session.getInstance(properties);
    try {
      Transport transport = session.getTransport("smtp");
      transport.connect(
          channel.server().host(),
          channel.server().port(),
          channel.server().user().orElse(null),
          secret.orElse(null));
      return new Open(session, transport);
    } catch (MessagingException e) {
      throw channel.server().failure(e);
    }
  }

  private final class Open implements Carrier.Connection {
    private final Session session;
    private final Transport transport;

    Open(Session session, Transport transport) {
      this.session = session;
      this.transport = transport;
    }

    @Override
    public void deliver(Parcel parcel, Path prepared) throws ParcelRefusedException {
      try {
        InternetAddress[] to = {new InternetAddress(parcel.target(), true)};
        transport.sendMessage(new PreparedMail(session, prepared), to);
      } catch (AddressException e) {
        throw Refusal.of(channel, parcel.target(), e);
      } catch (MessagingException e) {
        throw Refusal.of(channel, parcel.target(), e);
      }
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException e) {
        // What was confirmed is booked; how the farewell went does not matter.
        org.slf4j.LoggerFactory.getLogger(SmtpCarrier.class).debug("No farewell", e);
      }
    }
  }
}
