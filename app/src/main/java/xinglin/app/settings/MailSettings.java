package xinglin.app.settings;

import java.nio.file.Path;
import java.util.Optional;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.schedule.Schedule;
import xinglin.routes.smtp.SmtpChannel;
import xinglin.schemas.definition.Entry;

/**
 * {@code mail:} of {@code config/xinglin.yml}: the office's own mail.
 *
 * @param imap the mailbox that all may write to
 * @param imapSchedule when it is asked, if it says so itself
 * @param smtp the server that takes our answers
 */
public record MailSettings(
    Optional<ImapChannel> imap, Optional<Schedule> imapSchedule, Optional<SmtpChannel> smtp) {

  /** No mail of our own. */
  static MailSettings none() {
    return new MailSettings(Optional.empty(), Optional.empty(), Optional.empty());
  }

  static MailSettings read(Entry entry, Path config) {
    Optional<Entry> imap = entry.find("imap");
    Optional<Schedule> schedule = imap.flatMap(ScheduleEntry::find);
    MailSettings settings =
        new MailSettings(
            imap.map(known -> ImapEntry.read(ImapChannel.OFFICE, known, config)),
            schedule,
            entry.find("smtp").map(known -> SmtpEntry.read("office/smtp", known, config)));
    entry.done();
    return settings;
  }
}
