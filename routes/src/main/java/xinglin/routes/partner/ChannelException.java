package xinglin.routes.partner;

import java.util.List;
import xinglin.warehouse.failure.DeliveryException;

/** A partner's channel does not work; says what an operator has to look at. */
public final class ChannelException extends DeliveryException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    SECRET_MISSING("Cannot find the secret %s"),
    SECRET_OPEN("Cannot use the secret %s: others may read it, make it 0600"),
    UNREACHABLE("Cannot reach %s: %s"),
    HOST_KEY_UNKNOWN("Cannot trust %s: its host key %s is not known"),
    HOST_KEY_CHANGED("Cannot trust %s: its host key is %s, expected was %s"),
    LOGIN_REFUSED("Cannot log in to %s as %s"),
    FOLDER_MISSING("Cannot open folder %s on %s: %s"),
    FOLDER_NOT_WRITABLE("Cannot move files into %s on %s: %s"),
    BROKEN_OFF("Cannot go on with %s: %s"),
    DAY_LIMIT("Cannot take %s more from %s today: the limit is %s a day, %s MiB"),
    TLS_MISSING("Cannot protect the connection to %s: %s"),
    CERTIFICATE_EXPIRED("Cannot trust %s: its certificate is out of date: %s"),
    CERTIFICATE_UNTRUSTED("Cannot trust %s: nobody we trust vouches for its certificate: %s"),
    CERTIFICATE_OTHER_NAME("Cannot trust %s: its certificate is another server's: %s"),
    MAILBOX_FULL("Cannot move messages into %s on %s: there is no room left: %s"),
    MAILBOX_NEARLY_FULL("Cannot take much more on %s: %s of the mailbox is used, see %s"),
    MESSAGES_LEFT("Cannot take %s messages of %s on %s: %s"),
    MAIL_REFUSED("Cannot deliver to %2$s: %1$s refuses it: %3$s"),
    MAIL_DEFERRED("Cannot deliver to %2$s yet: %1$s says: %3$s"),
    RECEIVER_FULL("Cannot deliver to %2$s yet: its mailbox is full: %3$s"),
    MAIL_TOO_LARGE("Cannot deliver to %2$s: too large for %1$s: %3$s"),
    SENDER_REFUSED("Cannot send by %s as %s: %s"),
    ANSWERS_NOT_WRITABLE("Cannot write answers into %s on %s: %s"),
    PREPARED_BYTES_GONE("Cannot send %s: its bytes are not those that were prepared"),
    CHANNEL_GONE("Cannot send by %s: it is not configured any more"),
    AUTHORITY_UNREADABLE("Cannot read the certificates of authorities in %s: %s"),
    OWN_KEY_MISSING("Cannot sign packages: no key of this region is valid today"),
    PARTNER_KEY_MISSING("Cannot encrypt packages: no trusted key of the partner is valid today"),
    KEY_UNUSABLE("Cannot seal packages: %s"),
    SHARED_KEY_UNUSABLE("Cannot key identities: key %s is not 32 bytes as 64 hex digits");

    private final String sentence;

    Problem(String sentence) {
      this.sentence = sentence;
    }

    /** Whether doing it again may help. */
    Retry retry() {
      return this == UNREACHABLE || this == BROKEN_OFF ? Retry.SAFE : Retry.USELESS;
    }
  }

  private final Problem problem;
  private final transient List<String> values;

  /**
   * @param values of the sentence; no secrets
   */
  public ChannelException(Problem problem, String... values) {
    super(String.format(problem.sentence, (Object[]) values), problem.retry());
    this.problem = problem;
    this.values = List.of(values);
  }

  public Problem problem() {
    return problem;
  }

  /** What the sentence about it names, in order. */
  public List<String> values() {
    return values;
  }
}
