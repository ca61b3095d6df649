package xinglin.routes.imap;

import java.time.Instant;

/**
 * A message in a folder.
 *
 * @param uid its number, for as long as the folder has the same UIDVALIDITY
 * @param received when the server took it (INTERNALDATE)
 * @param bytes as the server counts them (RFC822.SIZE)
 */
record RemoteMessage(long uid, Instant received, long bytes) {}
