package xinglin.jobs.parcel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.jobs.letter.HtmlLetter;
import xinglin.jobs.letter.Letter;
import xinglin.jobs.parcel.MailDraft.Attached;
import xinglin.warehouse.home.DurableFiles;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.Parcel.Prepared;

/** Letters that answer nothing, made ready for their way: a mail, or a folder of files. */
public final class LetterParcels {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String PLAIN = "[^A-Za-z0-9._-]";
  private final Path home;
  private final Path folder;
  private final PreparedFiles files;

  /**
   * @param home root of the home
   * @param folder of the outbox, in which prepared bytes lie
   */
  public LetterParcels(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
    this.files = new PreparedFiles(home);
  }

  /**
   * A file that goes with a letter; it is copied.
   *
   * @param name as its receiver sees it
   * @param plainName of ASCII characters, for servers that know no others
   */
  public record Enclosure(String name, String plainName, Path file) {}

  /**
   * Makes one; the same id always gives the same identity.
   *
   * @param parcelId stable
   * @param way not none
   */
  public Parcel make(
      String parcelId,
      String partner,
      AnswerWay way,
      Letter letter,
      List<Enclosure> enclosed,
      Instant now)
      throws IOException {
    Files.createDirectories(folder);
    String name = parcelId.replaceAll(PLAIN, "_");
    if (way.way() == Parcel.Way.MAIL) {
      MailDraft draft =
          new MailDraft(
              "<" + name + "@" + way.office().domain() + ">",
              way.office(),
              way.partner(),
              way.target(),
              now.atZone(ZONE),
              Optional.empty(),
              letter,
              enclosed.stream().map(one -> new Attached(one.name(), one.file())).toList());
      Prepared prepared = files.write(folder.resolve(name + ".eml"), draft::write);
      return parcel(parcelId, partner, way, Optional.of(draft.identity()), prepared, now);
    }
    Map<String, Path> linked = new LinkedHashMap<>();
    enclosed.forEach(one -> linked.put(one.plainName().replaceAll(PLAIN, "_"), one.file()));
    byte[] page = HtmlLetter.of(letter).getBytes(StandardCharsets.UTF_8);
    Prepared prepared =
        files.write(
            folder.resolve(name + ".parcel"),
            linked,
            Map.of(name + ".html", out -> out.write(page)));
    return parcel(parcelId, partner, way, Optional.empty(), prepared, now);
  }

  private static Parcel parcel(
      String parcelId,
      String partner,
      AnswerWay way,
      Optional<String> messageId,
      Prepared prepared,
      Instant now) {
    return Parcel.waiting(
        parcelId,
        parcelId,
        partner,
        way.way(),
        way.channelId(),
        way.target(),
        messageId,
        prepared,
        now);
  }

  /** The bytes of a parcel that is not sent any more. */
  public void remove(Parcel parcel) {
    Path prepared = home.resolve(parcel.path());
    try (Stream<Path> inside = Files.exists(prepared) ? Files.walk(prepared) : Stream.empty()) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + prepared, e);
    }
  }

  /** What was made so far survives a failure of power. */
  public void force() throws IOException {
    DurableFiles.force(folder);
  }
}
