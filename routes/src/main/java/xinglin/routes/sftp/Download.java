package xinglin.routes.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;
import xinglin.jobs.unpack.text.EntryName;
import xinglin.jobs.unpack.text.SentText;
import xinglin.routes.arrival.ArrivalTimes;
import xinglin.routes.partner.SftpChannel;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;

/** Brings one file after the other into a group of the raw store. For one thread. */
final class Download {
  private static final int BUFFER = 1 << 18;
  private static final int LONGEST_DIGEST_FILE = 1 << 12;
  private final SftpChannel channel;
  private final SftpClient sftp;
  private final StableFiles files;
  private final ArrivalTimes times;

  Download(SftpChannel channel, SftpClient sftp, StableFiles files, ArrivalTimes times) {
    this.channel = channel;
    this.sftp = sftp;
    this.files = files;
    this.times = times;
  }

  /** A file that stays where it is, and why. */
  static final class LeftBehindException extends IOException {
    private static final long serialVersionUID = 1L;

    LeftBehindException(String why) {
      super(why);
    }
  }

  /**
   * Stores one file.
   *
   * @throws LeftBehindException if it is not what was listed, or not what its digest says
   * @throws IOException if the connection fails
   */
  Envelope store(RemoteFile file, RawGroup group) throws IOException {
    String path = path(file.name());
    Arrival arrival =
        Arrival.ofFile(
            channel.partner(), "sftp", shown(file), times.of(file.key(), file.modified()));
    int before = group.size();
    try (InputStream in = sftp.read(path, BUFFER)) {
      Envelope envelope = group.add(arrival, in);
      if (envelope.bytes() != file.bytes() || !unchanged(file, path)) {
        throw new LeftBehindException(shown(file) + " changed while it was fetched");
      }
      Optional<String> digest = digest(file);
      if (digest.isPresent() && !digest.get().equals(envelope.sha256())) {
        throw new LeftBehindException(shown(file) + " is not what its .sha256 says");
      }
      return envelope;
    } catch (LeftBehindException e) {
      group.forgetBack(before);
      throw e;
    } catch (SftpException e) {
      group.forgetBack(before);
      throw new LeftBehindException(shown(file) + ": " + e.getMessage());
    } catch (DeliveryException e) {
      group.forgetBack(before);
      if (e.getCause() instanceof SftpException refused) {
        throw new LeftBehindException(shown(file) + ": " + refused.getMessage());
      }
      throw e;
    }
  }

  private boolean unchanged(RemoteFile file, String path) throws IOException {
    SftpClient.Attributes now = sftp.stat(path);
    return now.getSize() == file.bytes() && now.getModifyTime().toInstant().equals(file.modified());
  }

  private Optional<String> digest(RemoteFile file) throws IOException {
    RemoteFile companion = files.companions().get(file.name() + ".sha256");
    if (companion == null) {
      return Optional.empty();
    }
    try (InputStream in = sftp.read(path(companion.name()), BUFFER)) {
      String text = new String(in.readNBytes(LONGEST_DIGEST_FILE), StandardCharsets.US_ASCII);
      return Optional.of(text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT));
    }
  }

  private String path(String name) {
    return SftpConnection.latin(channel.folder()) + "/" + name;
  }

  /** The name as its sender reads it. */
  static String shown(RemoteFile file) {
    return EntryName.ofAttachment(
        SentText.guess(file.name().getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Moves a stored file, with what lies beside it, where the partner sees that we have it. */
  void move(RemoteFile file, String stamp) throws IOException {
    String to = SftpConnection.latin(channel.received()) + "/" + stamp + "-";
    for (String end : List.of("", StableFiles.COMPANIONS.get(0), StableFiles.COMPANIONS.get(1))) {
      String name = file.name() + end;
      if (end.isEmpty() || files.companions().containsKey(name)) {
        rename(path(name), to + name);
      }
    }
  }

  /** A name that is taken gets a number: what we have is never overwritten. */
  private void rename(String from, String to) throws IOException {
    for (int number = 2; ; number++) {
      try {
        sftp.rename(from, number == 2 ? to : to + "-" + (number - 1));
        return;
      } catch (SftpException e) {
        boolean taken = exists(number == 2 ? to : to + "-" + (number - 1));
        if (!taken || number > 100) {
          throw e;
        }
      }
    }
  }

  private boolean exists(String path) throws IOException {
    try {
      sftp.stat(path);
      return true;
    } catch (SftpException e) {
      return false;
    }
  }
}
