package xinglin.routes.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** What a server answered to one command. */
record Answer(Response[] responses) {

  /** The line that ends it. */
  Response last() {
    return responses[responses.length - 1];
  }

  boolean isGood() {
    return last().isOK();
  }

  /** Why not, in the server's words. */
  String words() {
    return last().getRest().strip();
  }

  /** Whether it says that there is no room left (RFC 5530, and how older servers put it). */
  boolean saysFull() {
    String words = words().toLowerCase(Locale.ROOT);
    return words.contains("overquota") || words.contains("quota");
  }

  List<FetchResponse> fetched() {
    List<FetchResponse> fetched = new ArrayList<>();
    for (Response response : responses) {
      if (response instanceof FetchResponse one) {
        fetched.add(one);
      }
    }
    return fetched;
  }

  /** Untagged answers of a kind, for example {@code SEARCH}. */
  List<IMAPResponse> untagged(String key) {
    List<IMAPResponse> found = new ArrayList<>();
    for (Response response : responses) {
      if (response instanceof IMAPResponse one && one.isUnTagged() && one.keyEquals(key)) {
        found.add(one);
      }
    }
    return found;
  }
}
