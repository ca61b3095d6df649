package xinglin.jobs.exchange.pack;

import java.util.Locale;
import java.util.Optional;

/**
 * How persons are given in a package.
 *
 * @param key name of the shared key, if they are keyed
 */
public record Identities(Form form, Optional<String> key) {

  /** The three forms that an agreement may choose. */
  public enum Form {
    NONE,
    KEYED,
    PLAIN;

    /** As a manifest writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Neither numbers nor full names. */
  public static Identities none() {
    return new Identities(Form.NONE, Optional.empty());
  }

  /** In full, inside the sealed package. */
  public static Identities plain() {
    return new Identities(Form.PLAIN, Optional.empty());
  }
}
