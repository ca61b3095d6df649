package xinglin.jobs.exchange.pack;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The name of a package: {@code <sender>-<receiver>-<profile>-<yyyymmdd>-<sequence>}. It helps
 * people; what counts is the manifest.
 */
public record PackageName(
    String sender, String receiver, String profile, LocalDate day, int sequence) {
  /** Extension of a package. */
  public static final String ZIP = ".zip";

  /** What a sealed package has behind it. */
  public static final String SEALED = ".gpg";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The name that a package of this manifest has. */
  public static PackageName of(Manifest manifest) {
    return new PackageName(
        manifest.sender(),
        manifest.receiver(),
        manifest.profile(),
        manifest.created().atZoneSameInstant(ZONE).toLocalDate(),
        manifest.sequence());
  }

  /** Without any extension. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s-%s-%s-%s-%06d",
        sender,
        receiver,
        profile,
        day.format(DateTimeFormatter.BASIC_ISO_DATE),
        sequence);
  }

  /** {@code ….zip}. */
  public String zip() {
    return text() + ZIP;
  }

  /** {@code ….zip.gpg}. */
  public String sealed() {
    return zip() + SEALED;
  }
}
