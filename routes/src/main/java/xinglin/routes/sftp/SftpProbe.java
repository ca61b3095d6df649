package xinglin.routes.sftp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;

/** Tries a channel out, step by step, without taking or leaving a file. */
public final class SftpProbe {
  private SftpProbe() {}

  /** What is tried, in order. */
  public enum Step {
    SECRET,
    LOGIN,
    FOLDER,
    RECEIVED
  }

  /**
   * How a step went.
   *
   * @param detail what was found
   * @param problem empty if it went well; nothing is tried behind a problem
   */
  public record Tried(Step step, String detail, Optional<ChannelException> problem) {}

  public static List<Tried> of(
      SftpChannel channel, KnownHosts known, Map<String, String> environment) {
    List<Tried> tried = new ArrayList<>();
    Step step = Step.SECRET;
    try {
      channel.password().ifPresent(secret -> secret.read(environment));
      channel.key().ifPresent(secret -> secret.file());
      tried.add(new Tried(step, "", Optional.empty()));
      step = Step.LOGIN;
      try (SftpConnection connection = SftpConnection.open(channel, known, environment);
          SftpClient sftp = connection.sftp()) {
        tried.add(new Tried(step, channel.user() + "@" + channel.server(), Optional.empty()));
        step = Step.FOLDER;
        int files = connection.list(sftp).size();
        tried.add(new Tried(step, channel.folder() + " (" + files + ")", Optional.empty()));
        step = Step.RECEIVED;
        connection.makeReceived(sftp);
        tried.add(new Tried(step, channel.received(), Optional.empty()));
      }
    } catch (ChannelException e) {
      tried.add(new Tried(step, "", Optional.of(e)));
    } catch (IOException e) {
      ChannelException broken =
          new ChannelException(
              Problem.BROKEN_OFF, channel.server(), String.valueOf(e.getMessage()));
      tried.add(new Tried(step, "", Optional.of(broken)));
    }
    return tried;
  }
}
