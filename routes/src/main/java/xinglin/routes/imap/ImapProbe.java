package xinglin.routes.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelProbe;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.Tried;
import xinglin.routes.partner.Tried.Step;

/** Tries a mailbox out without taking, flagging or moving a message. */
public record ImapProbe(ImapChannel channel) implements ChannelProbe {
  @Override
  public String channelId() {
    return channel.id();
  }

  @Override
  public List<Tried> probe(Map<String, String> environment) {
    List<Tried> tried = new ArrayList<>();
    Step step = Step.SECRET;
    try {
      channel.server().secret(environment);
      tried.add(Tried.good(step, ""));
      step = Step.LOGIN;
      try (ImapConnection connection = ImapConnection.open(channel, environment)) {
        String user = channel.server().user().orElse("");
        tried.add(Tried.good(step, user + "@" + channel.server().address()));
        step = Step.FOLDER;
        Mailbox mailbox = connection.mailbox();
        tried.add(Tried.good(step, channel.folder() + " (" + mailbox.uids().size() + ")"));
        step = Step.RECEIVED;
        String received = ReceivedFolder.findOrMake(channel, mailbox).name();
        tried.add(Tried.good(step, received));
        step = Step.ROOM;
        Room room = Room.of(mailbox);
        room.problem(channel)
            .ifPresent(
                full -> {
                  throw full;
                });
        tried.add(Tried.good(step, room.shown()));
      }
    } catch (ChannelException e) {
      tried.add(Tried.bad(step, e));
    }
    return tried;
  }
}
