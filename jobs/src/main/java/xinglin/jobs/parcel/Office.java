package xinglin.jobs.parcel;

import java.util.Locale;

/**
 * Who answers.
 *
 * @param name as letters are signed; may be empty
 * @param address that mails are from
 */
public record Office(String name, String address) {

  /** Part of the identity of mails. */
  String domain() {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
