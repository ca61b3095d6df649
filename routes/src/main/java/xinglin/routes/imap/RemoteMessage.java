package xinglin.routes.imap;

import java.time.Instant;
import java.util.Optional;

/**
 * A message in a folder.
 *
 * @param uid its number, for as long as the folder has the same UIDVALIDITY
 * @param received when the server took it (INTERNALDATE)
 * @param bytes as the server counts them (RFC822.SIZE)
 * @param sender the one address that its From names
 */
record RemoteMessage(long uid, Instant received, long bytes, Optional<String> sender) {

  RemoteMessage from(Optional<String> address) {
    return new RemoteMessage(uid, received, bytes, address);
  }
}
