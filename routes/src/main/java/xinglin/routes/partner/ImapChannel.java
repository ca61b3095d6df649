package xinglin.routes.partner;

import java.util.Optional;

/**
 * A mailbox from which messages are fetched.
 *
 * @param partner whose mail comes there; {@link #OFFICE} for the one that all write to
 * @param folder where messages arrive
 * @param received where they are moved once they are stored; made if it is not there
 * @param trusted name (authserv-id) of the server whose word about senders counts
 * @param most messages taken at a time, so that a flood starves nobody
 */
public record ImapChannel(
    String partner,
    MailServer server,
    String folder,
    String received,
    Optional<String> trusted,
    int most) {
  /** Our own mailbox. */
  public static final String OFFICE = "office";

  /** As in the ledger of channels. */
  public String id() {
    return partner + "/imap";
  }
}
