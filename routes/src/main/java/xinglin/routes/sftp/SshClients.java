package xinglin.routes.sftp;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;

/** How we speak SSH: nothing of the user's own settings, every wait with an end. */
final class SshClients {
  /** Bytes under way at most; a long way needs many. */
  private static final long WINDOW = 1 << 23;

  /** What processors do by themselves comes first. */
  private static final List<String> CIPHERS = List.of("gcm", "aes", "");

  private SshClients() {}

  /**
   * A client that runs.
   *
   * @param answer how long a server may say nothing
   */
  static SshClient started(ServerKeyVerifier keys, Duration connect, Duration answer) {
    SshClient client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(keys);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setKeyExchangeFactories(
        client.getKeyExchangeFactories().stream()
            .filter(exchange -> !exchange.getName().startsWith("sntrup"))
            .toList());
    client.setCipherFactories(
        client.getCipherFactories().stream()
            .sorted(Comparator.comparing(cipher -> rank(cipher.getName())))
            .toList());
    CoreModuleProperties.TCP_NODELAY.set(client, true);
    CoreModuleProperties.WINDOW_SIZE.set(client, WINDOW);
    CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, connect);
    CoreModuleProperties.AUTH_TIMEOUT.set(client, connect);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, answer.multipliedBy(2));
    CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, connect);
    SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, connect);
    client.start();
    return client;
  }

  private static int rank(String cipher) {
    int rank = 0;
    while (!cipher.contains(CIPHERS.get(rank))) {
      rank++;
    }
    return rank;
  }
}
