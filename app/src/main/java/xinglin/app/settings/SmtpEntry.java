package xinglin.app.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import xinglin.routes.partner.MailServer;
import xinglin.routes.smtp.SmtpChannel;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code smtp:}, of a partner and of the office alike. */
final class SmtpEntry {
  private static final long LARGEST = 20L << 20;
  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^\\s@<>,;:\"()\\\\]]+@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+");

  private SmtpEntry() {}

  /**
   * @param channelId {@code office/smtp}, {@code 320303/smtp}
   * @param config folder that paths of secrets and certificates start from
   */
  static SmtpChannel read(String channelId, Entry entry, Path config) {
    MailServer server = MailServerEntry.read(entry, MailServerEntry.Ports.SMTP, config);
    String from = entry.findText("from").or(server::user).orElse("");
    if (!isAddress(from)) {
      entry.problem(
          "from",
          Mistake.of("\"from\" must be the mail address that answers are from, not \"{0}\"", from));
    }
    long largest = SizeEntry.read(entry, "largest", LARGEST);
    Optional<String> name = entry.findText("name");
    SmtpChannel channel = new SmtpChannel(channelId, server, from, name.orElse(""), largest);
    entry.done();
    return channel;
  }

  /** Whether a text is an address that every mail server understands. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
