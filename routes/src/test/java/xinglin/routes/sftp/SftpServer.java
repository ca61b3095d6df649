package xinglin.routes.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.Secret;
import xinglin.routes.partner.SftpChannel;

/** A real SFTP server on this machine, with one user, {@code county} / {@code a secret}. */
final class SftpServer implements AutoCloseable {
  private static final String PASSWORD = "a secret";
  private final SshServer server = SshServer.setUpDefaultServer();
  private final Path root;

  SftpServer(Path root) throws IOException {
    this(
        root,
        new SimpleGeneratorHostKeyProvider(root.resolveSibling(root.getFileName() + ".key")),
        Optional.empty());
  }

  private SftpServer(Path root, KeyPairProvider hostKeys, Optional<PublicKey> userKey)
      throws IOException {
    this.root = Files.createDirectories(root);
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(hostKeys);
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("county") && password.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            userKey.filter(known -> KeyUtils.compareKeys(known, key)).isPresent());
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
  }

  /** One whose own key is Ed25519, and which lets a user with the given key in. */
  static SftpServer ed25519(Path root, PublicKey userKey)
      throws IOException, GeneralSecurityException {
    KeyPair host = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    return new SftpServer(root, KeyPairProvider.wrap(host), Optional.of(userKey));
  }

  /** The channel of a partner that logs in with a key. */
  SftpChannel channel(String partner, Path key) {
    return channel(
        partner, Optional.empty(), Optional.of(new Secret("file:" + key, key.getParent())));
  }

  int port() {
    return server.getPort();
  }

  Path folder() {
    return root;
  }

  /** A file that has been left alone for an hour. */
  Path old(String name, byte[] content) throws IOException {
    Path file = Files.write(root.resolve(name), content);
    Files.setLastModifiedTime(
        file,
        FileTime.from(
            Instant.now()
                .minus(Duration.ofHours(1))
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
    return file;
  }

  /** The channel of a partner to this server; its password lies in the given folder. */
  SftpChannel withPassword(String partner, Path secrets) throws IOException {
    return channel(partner, secrets, PASSWORD);
  }

  SftpChannel channel(String partner, Path secrets, String password) throws IOException {
    Path file = secrets.resolve(partner + ".secret");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    return channel(
        partner, Optional.of(new Secret("file:" + file.getFileName(), secrets)), Optional.empty());
  }

  private SftpChannel channel(String partner, Optional<Secret> password, Optional<Secret> key) {
    return new SftpChannel(
        partner,
        "127.0.0.1",
        server.getPort(),
        "county",
        password,
        key,
        Optional.empty(),
        "/",
        "/received",
        Duration.ofSeconds(30),
        10_000);
  }

  void trusted(SftpChannel channel, KnownHosts known) {
    known.accept(channel.host(), channel.port(), SftpConnection.fingerprint(channel));
  }

  /** Names of the files in a folder of the server. */
  List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
