package xinglin.jobs.sender;

import java.util.List;
import java.util.Locale;

/**
 * How a receiving server finds out whether a message comes from the domain it says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8601#section-2.7">RFC 8601, section 2.7</a>
 */
public enum Proof {
  /** The machine that sent it may send for that domain (RFC 7208). */
  SPF("smtp.mailfrom", "smtp.helo"),
  /** The domain signed it (RFC 6376). */
  DKIM("header.d", "header.i");

  private final List<String> domains;

  Proof(String... domains) {
    this.domains = List.of(domains);
  }

  /** As the server names it: {@code spf}. */
  public String method() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Properties that name the domain it is about; the first one counts. */
  List<String> domains() {
    return domains;
  }
}
