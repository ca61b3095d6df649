package xinglin.jobs.unpack.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the header of a message says of it.
 *
 * @param sender the one address it is from; empty if it names none or several
 * @param subject decoded
 * @param automatic written by a program that answers mails: never to be answered itself
 * @param authentication what servers found out about the sender: the topmost Authentication-Results
 *     fields that no server has passed on
 */
public record Letterhead(
    Optional<String> sender,
    Optional<String> subject,
    boolean automatic,
    List<String> authentication) {

  static Letterhead of(PartHeader header) {
    return new Letterhead(
        SenderAddress.of(header.all("from")),
        header.text("subject"),
        isAutomatic(header),
        header.authentication());
  }

  private static boolean isAutomatic(PartHeader header) {
    boolean answered =
        header
            .text("auto-submitted")
            .map(text -> !text.toLowerCase(Locale.ROOT).startsWith("no"))
            .orElse(false);
    boolean bulk =
        header
            .text("precedence")
            .map(text -> text.toLowerCase(Locale.ROOT))
            .filter(List.of("bulk", "junk", "list", "auto_reply")::contains)
            .isPresent();
    boolean marked =
        List.of("x-autoreply", "x-autorespond", "x-auto-reply", "x-failed-recipients").stream()
            .anyMatch(name -> header.find(name).isPresent());
    boolean report = header.parameters("content-type").value().equals("multipart/report");
    boolean bounce =
        header.text("return-path").map(path -> path.strip().equals("<>")).orElse(false);
    return answered || bulk || marked || report || bounce;
  }
}
