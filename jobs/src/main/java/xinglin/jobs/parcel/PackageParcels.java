package xinglin.jobs.parcel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.letter.Letter;
import xinglin.jobs.mark.page.Tone;
import xinglin.jobs.mark.page.Words;
import xinglin.jobs.parcel.MailDraft.Attached;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.Parcel.Prepared;
import xinglin.warehouse.raw.Envelope;

/**
 * Parcels of one file: the signed answers to a package of a partner region, and packages of ours
 * and requests, which answer nothing: their entries are called {@code <partner>/<name>}.
 */
final class PackageParcels {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What a letter takes, attachments aside. */
  private static final long LETTER_BYTES = 100_000;

  private final Path home;
  private final Ledger ledger;
  private final AnswerWay.Chooser ways;
  private final PreparedFiles files;

  PackageParcels(Path home, Ledger ledger, AnswerWay.Chooser ways, PreparedFiles files) {
    this.home = home;
    this.ledger = ledger;
    this.ways = ways;
    this.files = files;
  }

  /** Makes one; without a way to its receiver it stays in the outbox. */
  Parcel make(Answer answer, Instant now) {
    int slash = answer.deliveryId().indexOf('/');
    if (slash > 0) {
      String partner = answer.deliveryId().substring(0, slash);
      return make(answer, partner, ways.toPartner(partner), now);
    }
    String arrived = answer.deliveryId().replaceFirst("\\..*$", "");
    Optional<Envelope> known = ledger.findDelivery(arrived).map(Delivery::envelope);
    String partner = known.map(envelope -> envelope.arrival().partner()).orElse("");
    AnswerWay way = known.map(ways::of).orElseGet(() -> AnswerWay.none("NOT_PREPARED"));
    return make(answer, partner, way, now);
  }

  private Parcel make(Answer answer, String partner, AnswerWay way, Instant now) {
    Path file = home.resolve(answer.path());
    String name = String.valueOf(file.getFileName());
    try {
      if (way.way() == Parcel.Way.MAIL
          && new Attached(name, file).encoded() > way.largest() - LETTER_BYTES) {
        return Parcel.kept(
            answer.answerId(), answer.deliveryId(), partner, "TOO_LARGE_FOR_MAIL", now);
      }
      return switch (way.way()) {
        case NONE ->
            Parcel.kept(answer.answerId(), answer.deliveryId(), partner, way.reason(), now);
        case MAIL -> {
          MailDraft draft = mail(answer, way, file, name, now);
          Prepared prepared = files.write(file.resolveSibling(name + ".eml"), draft::write);
          yield parcel(answer, partner, way, Optional.of(draft.identity()), prepared, now);
        }
        case SFTP, FOLDER -> {
          Prepared prepared =
              files.write(file.resolveSibling(name + ".parcel"), Map.of(name, file), Map.of());
          yield parcel(answer, partner, way, Optional.empty(), prepared, now);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + answer.answerId(), e);
    }
  }

  private static Parcel parcel(
      Answer answer,
      String partner,
      AnswerWay way,
      Optional<String> messageId,
      Prepared prepared,
      Instant now) {
    return Parcel.waiting(
        answer.answerId(),
        answer.deliveryId(),
        partner,
        way.way(),
        way.channelId(),
        way.target(),
        messageId,
        prepared,
        now);
  }

  private static MailDraft mail(Answer answer, AnswerWay way, Path file, String name, Instant now) {
    return new MailDraft(
        "<" + identity(answer) + "@" + way.office().domain() + ">",
        way.office(),
        way.partner(),
        way.target(),
        now.atZone(ZONE),
        Optional.empty(),
        letter(answer, way, name),
        List.of(new Attached(name, file)));
  }

  /** Without the partner's id, which may be in any script. */
  private static String identity(Answer answer) {
    return answer.answerId().substring(answer.answerId().indexOf('/') + 1);
  }

  private static Letter letter(Answer answer, AnswerWay way, String name) {
    Words words = Words.in(way.language());
    String about =
        switch (answer.kind()) {
          case "package" -> "letter.sent.";
          case "package_request" -> "letter.request.";
          default -> "letter.package.";
        };
    return new Letter(
        way.language(),
        words.say(about + "subject", name.replaceFirst("\\.zip(\\.gpg)?$", "")),
        Tone.GOOD,
        words.say(about + "headline"),
        words.say("letter.greeting", way.partner()),
        words.say(about + "lead"),
        new Letter.Listed("", List.of()),
        List.of(),
        List.of(),
        new Letter.Listed(words.say("letter.enclosed"), List.of(name)),
        List.of());
  }
}
