package xinglin.jobs.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.letter.Enclosed;
import xinglin.jobs.letter.HtmlLetter;
import xinglin.jobs.letter.Letter;
import xinglin.jobs.letter.LetterWriter;
import xinglin.jobs.letter.Occasion;
import xinglin.jobs.letter.Told;
import xinglin.jobs.mark.page.Words;
import xinglin.jobs.parcel.Copies.Copy;
import xinglin.jobs.parcel.MailDraft.Attached;
import xinglin.jobs.unpack.mail.Correspondence;
import xinglin.jobs.unpack.mail.MessageReader;
import xinglin.jobs.unpack.mail.MessageStart;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.Parcel.Prepared;
import xinglin.warehouse.raw.Envelope;

/** The answer to one delivery, made ready for its way. */
final class AnswerParcel {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZONE);
  private static final int HEAD = 1 << 16;

  /** What a letter without marked copies takes, receipt aside. */
  private static final long LETTER_BYTES = 200_000;

  private final Envelope arrived;
  private final AnswerWay way;
  private final Told told;
  private final Path receipt;
  private final List<Copy> copies;
  private final Instant now;

  AnswerParcel(
      Envelope arrived, AnswerWay way, Told told, Path receipt, List<Copy> copies, Instant now) {
    this.arrived = arrived;
    this.way = way;
    this.told = told;
    this.receipt = receipt;
    this.copies = List.copyOf(copies);
    this.now = now;
  }

  static String id(String deliveryId) {
    return deliveryId + ".answer";
  }

  /** Writes the bytes beside the receipt. */
  Parcel prepare(PreparedFiles files, Path original) throws IOException {
    String id = arrived.deliveryId();
    if (way.way() == Parcel.Way.MAIL) {
      MailDraft draft = mail(original);
      Prepared prepared = files.write(receipt.resolveSibling(id + ".eml"), draft::write);
      return parcel(Optional.of(draft.identity()), prepared);
    }
    return parcel(Optional.empty(), folder(files));
  }

  private Parcel parcel(Optional<String> messageId, Prepared prepared) {
    return Parcel.waiting(
        id(arrived.deliveryId()),
        arrived.deliveryId(),
        arrived.arrival().partner(),
        way.way(),
        way.channelId(),
        way.target(),
        messageId,
        prepared,
        now);
  }

  private MailDraft mail(Path original) throws IOException {
    String receiptName = words().say("letter.receipt.name", arrived.deliveryId());
    List<Attached> attached = new ArrayList<>();
    List<Enclosed> enclosed = new ArrayList<>();
    Attached own = new Attached(receiptName, receipt);
    long left = way.largest() - LETTER_BYTES - own.encoded();
    for (Copy copy : copies) {
      Attached one = new Attached(copy.name(), copy.file());
      long bytes = one.encoded();
      enclosed.add(new Enclosed(copy.deliveryId(), copy.name(), bytes > left));
      if (bytes <= left) {
        attached.add(one);
        left -= bytes;
      }
    }
    attached.add(own);
    return new MailDraft(
        "<" + id(arrived.deliveryId()) + "@" + way.office().domain() + ">",
        way.office(),
        way.partner(),
        way.target(),
        now.atZone(ZONE),
        correspondence(original),
        letter(true, enclosed, receiptName),
        attached);
  }

  /** Names without anything but ASCII: nobody knows how a server writes others. */
  private Prepared folder(PreparedFiles files) throws IOException {
    String name = STAMP.format(arrived.arrival().receivedAt()) + "-" + arrived.deliveryId();
    Map<String, Path> linked = new LinkedHashMap<>();
    List<Enclosed> enclosed = new ArrayList<>();
    linked.put(name + ".json", receipt);
    for (Copy copy : copies) {
      String number = enclosed.isEmpty() ? "" : "-" + (enclosed.size() + 1);
      String marked = name + "-marked" + number + copy.extension();
      linked.put(marked, copy.file());
      enclosed.add(new Enclosed(copy.deliveryId(), marked, false));
    }
    byte[] page =
        HtmlLetter.of(letter(false, enclosed, name + ".json")).getBytes(StandardCharsets.UTF_8);
    return files.write(
        receipt.resolveSibling(arrived.deliveryId() + ".parcel"),
        linked,
        Map.of(name + ".html", out -> out.write(page)));
  }

  private Letter letter(boolean mail, List<Enclosed> enclosed, String receiptName) {
    return LetterWriter.write(
        told,
        new Occasion(
            way.language(),
            way.partner(),
            way.office().name(),
            subject(),
            mail,
            enclosed,
            receiptName,
            LocalDate.ofInstant(now, ZONE)));
  }

  /** Of a message, which may have none; a file has none. */
  private Optional<String> subject() {
    boolean message =
        arrived.arrival().sender().isPresent() || arrived.arrival().subject().isPresent();
    return message
        ? arrived.arrival().subject().or(() -> Optional.of(words().say("letter.no.subject")))
        : Optional.empty();
  }

  private Words words() {
    return Words.in(way.language());
  }

  private static Optional<Correspondence> correspondence(Path original) throws IOException {
    Optional<Integer> start;
    try (InputStream in = Files.newInputStream(original)) {
      start = MessageStart.find(in.readNBytes(HEAD));
    }
    return start.isEmpty()
        ? Optional.empty()
        : Optional.of(MessageReader.correspondence(original, start.get()));
  }
}
