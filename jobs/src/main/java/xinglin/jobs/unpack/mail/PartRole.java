package xinglin.jobs.unpack.mail;

import java.util.Set;
import java.util.regex.Pattern;
import xinglin.jobs.unpack.text.EntryName;

/** What a part of a message is to us. */
enum PartRole {
  /** Text for people to read. */
  BODY,
  /** Signatures, cards, pictures in the text, reports of delivery. */
  IGNORED,
  /** What only Outlook can read; it may hold attachments. */
  TNEF,
  /** A file that was sent. */
  ATTACHMENT;

  private static final Set<String> TEXTS =
      Set.of("", "text/plain", "text/html", "text/richtext", "text/enriched", "text/x-amp-html");
  private static final Set<String> TRIMMINGS =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature",
          "application/pgp-keys",
          "text/vcard",
          "text/x-vcard",
          "text/directory",
          "text/calendar",
          "application/ics",
          "message/delivery-status",
          "message/disposition-notification",
          "text/rfc822-headers");
  private static final Set<String> TRIMMING_EXTENSIONS = Set.of("p7s", "vcf", "ics", "asc", "sig");
  private static final Pattern EXCHANGE_REMNANT = Pattern.compile("(?i)ATT\\d{5}\\.(txt|html?|c)");

  /**
   * @param within type of the multipart around it, empty if there is none
   */
  static PartRole of(PartHeader header, String within) {
    String type = header.parameters("content-type").value();
    String disposition = header.parameters("content-disposition").value();
    String name = header.name();
    boolean attached = disposition.equals("attachment");
    if (type.equals("application/ms-tnef")
        || type.equals("application/vnd.ms-tnef")
        || name.equalsIgnoreCase("winmail.dat")) {
      return TNEF;
    }
    if (TRIMMINGS.contains(type)
        || TRIMMING_EXTENSIONS.contains(EntryName.extension(name))
        || EXCHANGE_REMNANT.matcher(name).matches()) {
      return IGNORED;
    }
    if (type.startsWith("image/") && !attached) {
      boolean inText =
          name.isEmpty()
              || disposition.equals("inline")
              || header.find("content-id").isPresent()
              || within.equals("multipart/related");
      return inText ? IGNORED : ATTACHMENT;
    }
    if (type.startsWith("image/")
        && header.find("content-id").isPresent()
        && within.equals("multipart/related")) {
      return IGNORED;
    }
    return TEXTS.contains(type) && !attached && name.isEmpty() ? BODY : ATTACHMENT;
  }
}
