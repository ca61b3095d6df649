package xinglin.app.settings;

import java.nio.file.Path;
import xinglin.routes.partner.ImapChannel;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code imap:}, of a partner and of the office alike. */
final class ImapEntry {
  private static final String FOLDER = "INBOX";
  private static final String RECEIVED = "已接收";
  private static final int MOST_MESSAGES = 1_000;
  private static final int HIGHEST_MOST_MESSAGES = 100_000;

  private ImapEntry() {}

  /**
   * @param config folder that paths of secrets and certificates start from
   */
  static ImapChannel read(String partner, Entry entry, Path config) {
    if (!entry.has("user") && !entry.has("password")) {
      entry.text("user");
      entry.text("password");
    }
    int most = entry.number("most_messages", MOST_MESSAGES);
    if (most < 1 || most > HIGHEST_MOST_MESSAGES) {
      entry.problem(
          "most_messages",
          Mistake.of(
              "\"{0}\" must be from 1 to {1}",
              "most_messages", String.valueOf(HIGHEST_MOST_MESSAGES)));
      most = MOST_MESSAGES;
    }
    ImapChannel channel =
        new ImapChannel(
            partner,
            MailServerEntry.read(entry, MailServerEntry.Ports.IMAP, config),
            entry.text("folder", FOLDER),
            entry.text("received", RECEIVED),
            entry.findText("trusted"),
            most);
    if (channel.folder().equals(channel.received())) {
      entry.problem("received", Mistake.of("\"received\" must be another folder than \"folder\""));
    }
    entry.done();
    return channel;
  }
}
