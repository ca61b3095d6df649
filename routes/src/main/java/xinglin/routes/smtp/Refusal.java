package xinglin.routes.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import xinglin.routes.dispatch.ParcelRefusedException;
import xinglin.routes.dispatch.ParcelRefusedException.Again;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;

/** What a server's answer means for a mail and for those behind it. */
final class Refusal {
  /** Below stands no answer at all: the connection is gone. */
  private static final int TEMPORARY = 400;

  private static final int CLOSING = 421;
  private static final int FULL_FOR_NOW = 452;
  private static final int FULL = 552;
  private static final int PERMANENT = 500;
  private final SmtpChannel channel;
  private final String to;
  private final int code;
  private final String words;

  private Refusal(SmtpChannel channel, String to, int code, String words) {
    this.channel = channel;
    this.to = to;
    this.code = code;
    this.words = words.replaceAll("\\s+", " ").strip();
  }

  /** The server answered in one of these stages. */
  private enum Stage {
    SENDER,
    RECEIVER,
    CONTENT
  }

  /**
   * @throws ChannelException if the channel does not work any more
   */
  static ParcelRefusedException of(SmtpChannel channel, String to, MessagingException failed) {
    if (failed instanceof AddressException) {
      return new Refusal(channel, to, PERMANENT, String.valueOf(failed.getMessage()))
          .refused(Again.USELESS, Problem.MAIL_REFUSED);
    }
    Optional<SMTPAddressFailedException> receiver = find(failed, SMTPAddressFailedException.class);
    if (receiver.isPresent()) {
      return new Refusal(
              channel,
              to,
              receiver.get().getReturnCode(),
              String.valueOf(receiver.get().getMessage()))
          .at(Stage.RECEIVER);
    }
    Optional<SMTPSenderFailedException> sender = find(failed, SMTPSenderFailedException.class);
    if (sender.isPresent()) {
      return new Refusal(
              channel, to, sender.get().getReturnCode(), String.valueOf(sender.get().getMessage()))
          .at(Stage.SENDER);
    }
    Optional<SMTPSendFailedException> content = find(failed, SMTPSendFailedException.class);
    if (content.isPresent() && content.get().getReturnCode() >= TEMPORARY) {
      return new Refusal(
              channel,
              to,
              content.get().getReturnCode(),
              String.valueOf(content.get().getMessage()))
          .at(Stage.CONTENT);
    }
    throw channel.server().failure(failed);
  }

  private ParcelRefusedException at(Stage stage) {
    if (code == CLOSING || code < TEMPORARY) {
      throw new ChannelException(Problem.BROKEN_OFF, channel.server().address(), words);
    }
    if (isTooLarge()) {
      return refused(Again.USELESS, Problem.MAIL_TOO_LARGE);
    }
    if (stage == Stage.SENDER && code >= PERMANENT) {
      throw new ChannelException(
          Problem.SENDER_REFUSED, channel.server().address(), channel.from(), words);
    }
    if (isFull(stage)) {
      return refused(Again.LATER, Problem.RECEIVER_FULL);
    }
    return code >= PERMANENT
        ? refused(Again.USELESS, Problem.MAIL_REFUSED)
        : refused(Again.LATER, Problem.MAIL_DEFERRED);
  }

  /** Enhanced code (RFC 3463) x.3.4, or words. */
  private boolean isTooLarge() {
    return words.matches("(?i).*\\b[45]\\.3\\.4\\b.*")
        || (code == FULL && words.matches("(?i).*\\b(message )?size\\b.*"));
  }

  /** Enhanced code x.2.2, or the code that means a full mailbox without one. */
  private boolean isFull(Stage stage) {
    return words.matches("(?i).*\\b[45]\\.2\\.2\\b.*")
        || (stage != Stage.SENDER && (code == FULL_FOR_NOW || code == FULL));
  }

  private ParcelRefusedException refused(Again again, Problem problem) {
    return new ParcelRefusedException(again, problem, channel.server().address(), to, words);
  }

  private static <T extends Exception> Optional<T> find(Exception failed, Class<T> kind) {
    Exception cause = failed;
    while (cause != null) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
      cause = cause instanceof MessagingException mail ? mail.getNextException() : null;
    }
    return Optional.empty();
  }
}
