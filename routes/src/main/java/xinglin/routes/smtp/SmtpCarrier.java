package xinglin.routes.smtp;

import java.util.Map;
import xinglin.routes.dispatch.Carrier;

/**
 * Answers leave by mail.
 *
 * @param environment where secrets may be
 */
public record SmtpCarrier(SmtpChannel channel, Map<String, String> environment) implements Carrier {
  public SmtpCarrier {
    environment = Map.copyOf(environment);
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
  public Connection open() {
    return SmtpConnection.open(channel, environment);
  }

  /** Says where secrets are looked for, never what is there. */
  @Override
  public String toString() {
    return "SmtpCarrier[" + channel + "]";
  }
}
