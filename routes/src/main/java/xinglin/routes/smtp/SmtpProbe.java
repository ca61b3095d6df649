package xinglin.routes.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelProbe;
import xinglin.routes.partner.Tried;
import xinglin.routes.partner.Tried.Step;

/** Tries a mail server out without sending a mail: logs in, names our address, takes it back. */
public record SmtpProbe(SmtpChannel channel) implements ChannelProbe {
  @Override
  public String channelId() {
    return channel.channelId();
  }

  @Override
  public List<Tried> probe(Map<String, String> environment) {
    List<Tried> tried = new ArrayList<>();
    Step step = Step.SECRET;
    try {
      channel.server().secret(environment);
      tried.add(Tried.good(step, ""));
      step = Step.LOGIN;
      try (SmtpConnection connection = SmtpConnection.open(channel, environment)) {
        String user = channel.server().user().map(name -> name + "@").orElse("");
        tried.add(Tried.good(step, user + channel.server().address()));
        step = Step.SENDER;
        connection.trySender();
        tried.add(Tried.good(step, channel.from()));
      }
    } catch (ChannelException e) {
      tried.add(Tried.bad(step, e));
    }
    return tried;
  }
}
