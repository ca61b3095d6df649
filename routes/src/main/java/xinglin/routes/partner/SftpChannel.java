package xinglin.routes.partner;

import java.time.Duration;
import java.util.Optional;

/**
 * A folder on a partner's SFTP server from which files are fetched.
 *
 * @param partner whose it is
 * @param password or {@code key}, at least one
 * @param key a private key file, OpenSSH or PEM
 * @param hostKey {@code SHA256:…} of the server, if the partner's file pins it
 * @param folder where files are laid for us
 * @param received where they are moved once they are stored; made if it is not there
 * @param quiet how long a file must not have changed before it is taken
 * @param most files taken at a time, so that a flood starves nobody
 */
public record SftpChannel(
    String partner,
    String host,
    int port,
    String user,
    Optional<Secret> password,
    Optional<Secret> key,
    Optional<String> hostKey,
    String folder,
    String received,
    Duration quiet,
    int most) {

  /** For people: the server. */
  public String server() {
    return host + ":" + port;
  }
}
