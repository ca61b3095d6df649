package xinglin.routes.sftp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.sshd.sftp.client.SftpClient;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ChannelProbe;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.partner.Tried;
import xinglin.routes.partner.Tried.Step;

/** Tries an SFTP channel out without taking or leaving a file. */
public record SftpProbe(SftpChannel channel, KnownHosts known) implements ChannelProbe {
  @Override
  public String channelId() {
    return channel.partner() + "/sftp";
  }

  @Override
  public List<Tried> probe(Map<String, String> environment) {
    List<Tried> tried = new ArrayList<>();
    Step step = Step.SECRET;
    try {
      channel.password().ifPresent(secret -> secret.read(environment));
      channel.key().ifPresent(secret -> secret.file());
      tried.add(Tried.good(step, ""));
      step = Step.LOGIN;
      try (SftpConnection connection = SftpConnection.open(channel, known, environment);
          SftpClient sftp = connection.line().sftp()) {
        tried.add(Tried.good(step, channel.user() + "@" + channel.server()));
        step = Step.FOLDER;
        int files = connection.list(sftp).size();
        tried.add(Tried.good(step, channel.folder() + " (" + files + ")"));
        step = Step.RECEIVED;
        connection.makeReceived(sftp);
        tried.add(Tried.good(step, channel.received()));
      }
    } catch (ChannelException e) {
      tried.add(Tried.bad(step, e));
    } catch (IOException e) {
      tried.add(
          Tried.bad(
              step,
              new ChannelException(
                  Problem.BROKEN_OFF, channel.server(), String.valueOf(e.getMessage()))));
    }
    return tried;
  }
}
