package xinglin.routes.sftp;

import java.time.Instant;

/**
 * A file in a partner's folder.
 *
 * @param name one character a byte as the server has it: nobody states the encoding
 * @param modified by the server's clock
 */
record RemoteFile(String name, long bytes, Instant modified) {

  /** What makes it the same file in the same state. */
  String key() {
    return name + "|" + bytes + "|" + modified;
  }
}
