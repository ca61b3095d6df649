package xinglin.routes.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;
import xinglin.jobs.parcel.PreparedFiles;
import xinglin.routes.dispatch.Carrier;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.warehouse.ledger.Parcel;

/**
 * Answers are laid into a folder of the partner's server: each file under a temporary name, then
 * renamed. The names are stable, so a repeat replaces the same bytes by themselves.
 *
 * @param purpose {@code answers}, or {@code packages} for those of partner regions
 * @param folder on the server, made if it is not there
 * @param environment where secrets may be
 */
public record SftpAnswers(
    SftpChannel channel,
    String purpose,
    String folder,
    KnownHosts known,
    Moments moments,
    Map<String, String> environment)
    implements Carrier {
  public SftpAnswers {
    environment = Map.copyOf(environment);
  }

  @Override
  public String channelId() {
    return channel.partner() + "/sftp-" + purpose;
  }

  @Override
  public String kind() {
    return "sftp";
  }

  @Override
  public Connection open() {
    SftpConnection session = SftpConnection.open(channel, known, environment);
    try {
      SftpClient sftp = session.line().sftp();
      makeFolder(sftp);
      return new Open(session, sftp);
    } catch (IOException e) {
      session.close();
      throw failure(e);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void makeFolder(SftpClient sftp) throws IOException {
    String path = SftpConnection.latin(folder);
    try {
      sftp.stat(path);
    } catch (SftpException missing) {
      sftp.mkdir(path);
    }
  }

  private ChannelException failure(IOException failed) {
    boolean answered = failed instanceof SftpException known && !SftpPipe.isLost(known);
    String words = String.valueOf(failed.getMessage());
    return answered
        ? new ChannelException(Problem.ANSWERS_NOT_WRITABLE, folder, channel.server(), words)
        : new ChannelException(Problem.BROKEN_OFF, channel.server(), words);
  }

  /** Says where secrets are looked for, never what is there. */
  @Override
  public String toString() {
    return "SftpAnswers[" + channel.partner() + ", " + folder + "]";
  }

  private final class Open implements Connection {
    private final SftpConnection session;
    private final SftpClient sftp;

    Open(SftpConnection session, SftpClient sftp) {
      this.session = session;
      this.sftp = sftp;
    }

    /** All files under temporary names first: they appear together. */
    @Override
    public void deliver(Parcel parcel, Path prepared) {
      try {
        for (Path file : PreparedFiles.files(prepared)) {
          upload(file, temporary(file));
        }
        moments.reached(Moment.ANSWER_UPLOADED);
        for (Path file : PreparedFiles.files(prepared)) {
          rename(temporary(file), path(name(file)));
        }
        moments.reached(Moment.ANSWER_RENAMED);
      } catch (IOException e) {
        throw failure(e);
      }
    }

    private void upload(Path file, String to) throws IOException {
      try (OutputStream out =
          sftp.write(
              to,
              EnumSet.of(
                  SftpClient.OpenMode.Write,
                  SftpClient.OpenMode.Create,
                  SftpClient.OpenMode.Truncate))) {
        Files.copy(file, out);
      }
      long stored = sftp.stat(to).getSize();
      if (stored != Files.size(file)) {
        throw new IOException(name(file) + " has " + stored + " bytes on the server");
      }
    }

    /** What stands there is an earlier copy of the same: not every server replaces by itself. */
    private void rename(String from, String to) throws IOException {
      try {
        sftp.rename(from, to);
      } catch (SftpException taken) {
        sftp.stat(to);
        sftp.remove(to);
        sftp.rename(from, to);
      }
    }

    private String temporary(Path file) {
      return path("." + name(file) + ".part");
    }

    private String path(String name) {
      return SftpConnection.latin(folder) + "/" + name;
    }

    private static String name(Path file) {
      return String.valueOf(file.getFileName());
    }

    @Override
    public void close() {
      try {
        sftp.close();
      } catch (IOException e) {
        org.slf4j.LoggerFactory.getLogger(SftpAnswers.class).debug("No farewell", e);
      } finally {
        session.close();
      }
    }
  }
}
