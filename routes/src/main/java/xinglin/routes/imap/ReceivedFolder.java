package xinglin.routes.imap;

import jakarta.mail.Flags;
import java.util.Collection;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;

/** Where stored messages go. Nothing is ever deleted that is not there as well. */
final class ReceivedFolder {
  private final ImapChannel channel;
  private final Mailbox mailbox;
  private final String name;

  private ReceivedFolder(ImapChannel channel, Mailbox mailbox, String name) {
    this.channel = channel;
    this.mailbox = mailbox;
    this.name = name;
  }

  /**
   * Finds the folder or makes it, so that mail programs show it.
   *
   * @throws ChannelException if it is not there and cannot be made
   */
  static ReceivedFolder findOrMake(ImapChannel channel, Mailbox mailbox) {
    String plain = channel.received();
    if (exists(mailbox, plain)) {
      return new ReceivedFolder(channel, mailbox, plain);
    }
    Answer made = mailbox.command("CREATE", named(plain));
    String name = plain;
    if (!made.isGood()) {
      name = mailbox.connection().ownName(plain);
      boolean there = !name.equals(plain) && exists(mailbox, name);
      if (!there && (name.equals(plain) || !mailbox.command("CREATE", named(name)).isGood())) {
        throw refusal(channel, made);
      }
    }
    mailbox.command("SUBSCRIBE", named(name));
    return new ReceivedFolder(channel, mailbox, name);
  }

  private static boolean exists(Mailbox mailbox, String name) {
    Argument arguments = new Argument().writeString("");
    List<IMAPResponse> listed =
        mailbox.command("LIST", arguments.append(named(name))).untagged("LIST");
    return listed.stream()
        .anyMatch(one -> !one.getRest().toLowerCase(java.util.Locale.ROOT).contains("\\noselect"));
  }

  /** As the protocol writes names: modified UTF-7. */
  private static Argument named(String name) {
    return new Argument().writeString(BASE64MailboxEncoder.encode(name));
  }

  String name() {
    return name;
  }

  /**
   * Moves messages here: at once where the server can, else by a copy after which just these are
   * removed.
   *
   * @throws ChannelException if they cannot be moved; they are where they were
   */
  void take(Collection<Long> uids) {
    String set = Mailbox.set(uids);
    if (mailbox.connection().can("MOVE")) {
      good(mailbox.command("UID MOVE " + set, named(name)));
      return;
    }
    good(mailbox.command("UID COPY " + set, named(name)));
    good(mailbox.store(uids, Flags.Flag.DELETED));
    if (mailbox.connection().can("UIDPLUS")) {
      good(mailbox.command("UID EXPUNGE " + set));
    }
  }

  private void good(Answer answer) {
    if (!answer.isGood()) {
      throw refusal(channel, answer);
    }
  }

  private static ChannelException refusal(ImapChannel channel, Answer answer) {
    return new ChannelException(
        answer.saysFull() ? Problem.MAILBOX_FULL : Problem.FOLDER_NOT_WRITABLE,
        channel.received(),
        channel.server().address(),
        answer.words());
  }
}
