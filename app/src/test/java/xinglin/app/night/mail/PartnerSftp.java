package xinglin.app.night.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import xinglin.app.night.Sha;

/** The SFTP server of a partner on this machine. */
final class PartnerSftp implements AutoCloseable {
  private static final String PASSWORD = "a secret";
  private final SshServer server = SshServer.setUpDefaultServer();
  private final Path root;

  PartnerSftp(Path root) throws IOException {
    this.root = Files.createDirectories(root);
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(
        new SimpleGeneratorHostKeyProvider(root.resolveSibling(root.getFileName() + ".key")));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("county") && password.equals(PASSWORD));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
  }

  /** Makes it the server of a partner. */
  void configure(Path home, String partner, String name) throws IOException {
    Path secret = home.resolve("config/sftp.secret");
    if (Files.notExists(secret)) {
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secret, PASSWORD + "\n");
    }
    Files.writeString(
        home.resolve("config/partners/" + partner + ".yaml"),
        """
        name: %s
        division: "%s"
        channels:
          sftp: {host: 127.0.0.1, port: %d, user: county, password: "file:sftp.secret", host_key: "%s", folder: /, answers: /answers}
        """
            .formatted(name, partner, server.getPort(), fingerprint()));
  }

  private String fingerprint() throws IOException {
    try {
      return KeyUtils.getFingerPrint(
          BuiltinDigests.sha256,
          server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** A file that has been left alone for an hour. */
  void lay(Path file) throws IOException {
    Path laid = Files.copy(file, root.resolve(file.getFileName()));
    Files.setLastModifiedTime(laid, FileTime.from(Instant.now().minus(Duration.ofDays(900))));
  }

  /** Digests of the answers by name, temporary ones included. */
  Map<String, String> answers() throws IOException {
    Map<String, String> answers = new TreeMap<>();
    Path folder = root.resolve("answers");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          answers.put(file.getFileName().toString(), Sha.of(file));
        }
      }
    }
    return answers;
  }

  /** Takes all answers away. */
  void forget() throws IOException {
    for (String name : answers().keySet()) {
      Files.delete(root.resolve("answers").resolve(name));
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
