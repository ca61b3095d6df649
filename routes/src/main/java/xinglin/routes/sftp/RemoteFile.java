package xinglin.routes.sftp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import xinglin.jobs.unpack.text.EntryName;
import xinglin.jobs.unpack.text.SentText;

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

  /** The name as its sender reads it. */
  String shown() {
    return EntryName.ofAttachment(SentText.guess(name.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Whether it is as it was listed. */
  boolean isStill(SftpPipe.State now) {
    return now.bytes() == bytes && now.modified().equals(modified);
  }
}
