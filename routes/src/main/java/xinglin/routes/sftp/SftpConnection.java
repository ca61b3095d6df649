package xinglin.routes.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;

/**
 * One session with a partner's server, with any number of SFTP channels in it. The server's key
 * must be the one that is known; every wait ends.
 */
public final class SftpConnection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private final SftpChannel channel;
  private final SshClient client;
  private final ClientSession session;

  private SftpConnection(SftpChannel channel, SshClient client, ClientSession session) {
    this.channel = channel;
    this.client = client;
    this.session = session;
  }

  /**
   * Connects and logs in.
   *
   * @throws ChannelException with what an operator has to do
   */
  public static SftpConnection open(
      SftpChannel channel, KnownHosts known, Map<String, String> environment) {
    Optional<String> expected =
        channel.hostKey().or(() -> known.find(channel.host(), channel.port()));
    ShownKey shown = new ShownKey(expected);
    SshClient client = SshClients.started(shown, CONNECT, ANSWER);
    try {
      ClientSession session = connect(client, channel);
      login(session, channel, environment);
      return new SftpConnection(channel, client, session);
    } catch (IOException e) {
      client.stop();
      throw refusal(channel, expected, shown.fingerprint, e);
    } catch (RuntimeException e) {
      client.stop();
      throw e;
    }
  }

  /** The fingerprint of the key that the server shows now; nothing else is done. */
  public static String fingerprint(SftpChannel channel) {
    ShownKey shown = new ShownKey(Optional.empty());
    SshClient client = SshClients.started(shown, CONNECT, ANSWER);
    try (ClientSession session = connect(client, channel)) {
      session.auth().verify(CONNECT);
    } catch (IOException e) {
      if (shown.fingerprint.isEmpty()) {
        throw unreachable(channel, e);
      }
    } finally {
      client.stop();
    }
    return shown.fingerprint;
  }

  private static ClientSession connect(SshClient client, SftpChannel channel) throws IOException {
    return client
        .connect(channel.user(), channel.host(), channel.port())
        .verify(CONNECT)
        .getSession();
  }

  private static void login(
      ClientSession session, SftpChannel channel, Map<String, String> environment)
      throws IOException {
    channel.password().ifPresent(secret -> session.addPasswordIdentity(secret.read(environment)));
    if (channel.key().isPresent()) {
      var file = channel.key().get().file();
      try (InputStream in = java.nio.file.Files.newInputStream(file)) {
        SecurityUtils.loadKeyPairIdentities(
                session, new PathResource(file), in, FilePasswordProvider.EMPTY)
            .forEach(session::addPublicKeyIdentity);
      } catch (GeneralSecurityException e) {
        throw new ChannelException(Problem.SECRET_MISSING, channel.key().get().reference());
      }
    }
    session.auth().verify(CONNECT);
  }

  private static ChannelException refusal(
      SftpChannel channel, Optional<String> expected, String seen, IOException failure) {
    if (seen.isEmpty()) {
      return unreachable(channel, failure);
    }
    if (expected.isEmpty()) {
      return new ChannelException(Problem.HOST_KEY_UNKNOWN, channel.server(), seen);
    }
    return expected.get().equals(seen)
        ? new ChannelException(Problem.LOGIN_REFUSED, channel.server(), channel.user())
        : new ChannelException(Problem.HOST_KEY_CHANGED, channel.server(), seen, expected.get());
  }

  private static ChannelException unreachable(SftpChannel channel, IOException failure) {
    return new ChannelException(
        Problem.UNREACHABLE, channel.server(), String.valueOf(failure.getMessage()));
  }

  /** Compares the key that a server shows with the one that is expected, and remembers it. */
  private static final class ShownKey implements ServerKeyVerifier {
    private final Optional<String> expected;
    private volatile String fingerprint = "";

    ShownKey(Optional<String> expected) {
      this.expected = expected;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
      fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
      return expected.filter(fingerprint::equals).isPresent();
    }
  }

  /**
   * A further SFTP channel; each thread uses its own. Names are one character a byte. Of the
   * protocol's versions, the third, which every server speaks.
   */
  SftpLine line() throws IOException {
    SftpClient sftp =
        SftpClientFactory.instance()
            .createSftpClient(
                session, SftpVersionSelector.fixedVersionSelector(SftpConstants.SFTP_V3));
    sftp.setNameDecodingCharset(StandardCharsets.ISO_8859_1);
    return new SftpLine(sftp, new SftpPipe((RawSftpClient) sftp, sftp.getClientChannel(), ANSWER));
  }

  /** The plain files of the partner's folder. */
  List<RemoteFile> list(SftpClient sftp) {
    List<RemoteFile> files = new ArrayList<>();
    try {
      for (SftpClient.DirEntry entry : sftp.readDir(latin(channel.folder()))) {
        SftpClient.Attributes attributes = entry.getAttributes();
        if (attributes.isRegularFile()) {
          files.add(
              new RemoteFile(
                  entry.getFilename(),
                  attributes.getSize(),
                  attributes.getModifyTime().toInstant()));
        }
      }
      return files;
    } catch (IOException | RuntimeException e) {
      throw folder(Problem.FOLDER_MISSING, channel.folder(), cause(e));
    }
  }

  /** Makes the folder for what was taken, if it is not there. */
  void makeReceived(SftpClient sftp) {
    try {
      sftp.stat(latin(channel.received()));
    } catch (IOException missing) {
      try {
        sftp.mkdir(latin(channel.received()));
      } catch (IOException e) {
        throw folder(Problem.FOLDER_NOT_WRITABLE, channel.received(), e);
      }
    }
  }

  private ChannelException folder(Problem problem, String folder, Throwable failure) {
    boolean answered = failure instanceof SftpException known && !SftpPipe.isLost(known);
    return answered
        ? new ChannelException(
            problem, folder, channel.server(), String.valueOf(failure.getMessage()))
        : new ChannelException(
            Problem.BROKEN_OFF, channel.server(), String.valueOf(failure.getMessage()));
  }

  private static Throwable cause(Exception failure) {
    return failure instanceof RuntimeException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** A path of our own, as bytes. */
  static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    session.close(true);
    client.stop();
  }
}
