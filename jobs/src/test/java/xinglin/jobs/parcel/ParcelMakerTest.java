package xinglin.jobs.parcel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.unpack.UnpackBudget;
import xinglin.jobs.unpack.mail.MessageReader;
import xinglin.schemas.finding.Language;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/** Answers become parcels once, byte for byte, whatever is done again afterwards. */
final class ParcelMakerTest {
  private static final Instant NOW = Instant.parse("2024-08-09T01:00:00Z");
  private static final Office OFFICE = new Office("某市卫生健康委员会", "dayi@wjw.example.cn");
  @TempDir Path folder;
  private Optional<Home> home = Optional.empty();
  private Optional<StateDatabase> database = Optional.empty();

  @BeforeEach
  void open() {
    home = Optional.of(Home.create(folder.resolve("home")));
    database = Optional.of(StateDatabase.open(home.get()));
  }

  private Ledger ledger() {
    return new Ledger(database.orElseThrow());
  }

  private ParcelLedger parcels() {
    return new ParcelLedger(database.orElseThrow());
  }

  /** A message that arrived, with a receipt and a marked copy of what was in it. */
  private String arrived(String header, int copyBytes) throws IOException {
    RawStore raw = new RawStore(home.orElseThrow());
    RawGroup group = raw.begin();
    Envelope envelope =
        group.add(
            new Arrival(
                Optional.empty(),
                0,
                "320311",
                "imap",
                Optional.of("quanshan@county.example.cn"),
                Optional.of("七月报表"),
                "1-1.eml",
                NOW),
            new ByteArrayInputStream(
                (header + "\r\n\r\ntext\r\n").getBytes(StandardCharsets.UTF_8)));
    group.commit();
    ledger().receive(List.of(envelope));
    String id = envelope.deliveryId();
    Path outbox = Files.createDirectories(home.orElseThrow().outbox().resolve("320311"));
    String receipt =
        Files.readString(
                Path.of(
                    System.getProperty("xinglin.root", ".."),
                    "jobs/src/test/resources/letter/02-rejected-by-mail/receipt.json"))
            .replace("0123456789abcdef", id);
    Files.writeString(outbox.resolve(id + ".json"), receipt);
    byte[] copy = new byte[copyBytes];
    for (int i = 0; i < copyBytes; i++) {
      copy[i] = (byte) (i * 31);
    }
    Files.write(outbox.resolve("0000000000000001-marked.xlsx"), copy);
    ledger()
        .answer(
            List.of(
                new Answer(id + ".json", id, "receipt", "outbox/320311/" + id + ".json", NOW),
                new Answer(
                    "c", id, "marked_copy", "outbox/320311/0000000000000001-marked.xlsx", NOW)));
    return id;
  }

  private long prepare(AnswerWay way) {
    return new ParcelMaker(
            home.orElseThrow(),
            new RawStore(home.orElseThrow()),
            ledger(),
            parcels(),
            arrival -> way,
            Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")))
        .prepare(Progress.SILENT, stage -> {});
  }

  private static AnswerWay mail(long largest) {
    return AnswerWay.mail(
        "office/smtp", "quanshan@county.example.cn", Language.ZH, "泉山区", OFFICE, largest);
  }

  private Parcel parcel(String id) {
    return parcels().find(id + ".answer").orElseThrow();
  }

  private Path path(Parcel parcel) {
    return home.orElseThrow().root().resolve(parcel.path());
  }

  @Test
  void aMailIsReadBackAsItWasMeant() throws IOException, RefusalException {
    String id =
        arrived("From: a@b.test\r\nMessage-ID: <1@b.test>\r\nReferences: <0@b.test>", 100_000);
    assertEquals(1, prepare(mail(1 << 20)));
    Parcel parcel = parcel(id);
    assertEquals(Optional.of("<" + id + ".answer@wjw.example.cn>"), parcel.messageId());
    Path file = path(parcel);
    assertEquals(new PreparedFiles(home.orElseThrow().root()).of(file).sha256(), parcel.sha256());
    assertEquals(
        Optional.of("请修改后重报：打击无证行医及非法医疗美容专项行动情况汇总表（泉山区，2024年4月至7月）"),
        MessageReader.letterhead(file, 0).subject());
    assertTrue(MessageReader.letterhead(file, 0).automatic());
    assertEquals(
        List.of("<0@b.test>", "<1@b.test>"), MessageReader.correspondence(file, 0).references());
    Map<String, byte[]> files = files(file);
    assertEquals(List.of("回执-" + id + ".json", "附件1-标记件.xlsx"), List.copyOf(files.keySet()));
    assertArrayEquals(
        Files.readAllBytes(
            home.orElseThrow().outbox().resolve("320311/0000000000000001-marked.xlsx")),
        files.get("附件1-标记件.xlsx"));
  }

  private static Map<String, byte[]> files(Path mail) throws IOException, RefusalException {
    Map<String, byte[]> files = new TreeMap<>();
    MessageReader.read(
        mail,
        0,
        new UnpackBudget(Limits.standard()),
        (name, content, damaged) -> files.put(name, content.readAllBytes()));
    return files;
  }

  @Test
  void nothingOfAForgedHeaderGetsIntoOurs() throws IOException {
    String id =
        arrived(
            "From: a@b.test\r\nMessage-ID: <1@b.test>\r\n Bcc: <x@y.test>\r\nReferences: junk", 10);
    prepare(mail(1 << 20));
    String header =
        Files.readString(path(parcel(id)), StandardCharsets.US_ASCII).split("\r\n\r\n")[0];
    assertTrue(header.contains("In-Reply-To: <1@b.test>\r\n"), header);
    assertTrue(!header.contains("Bcc"), header);
  }

  @Test
  void aCopyThatDoesNotFitIsLeftOutAndSaid() throws IOException, RefusalException {
    String id = arrived("From: a@b.test\r\nTo: c@d.test\r\nSubject: x", 2_000_000);
    prepare(mail(1 << 20));
    Parcel parcel = parcel(id);
    assertTrue(parcel.bytes() < 1 << 20);
    assertEquals(List.of("回执-" + id + ".json"), List.copyOf(files(path(parcel)).keySet()));
  }

  @Test
  void whatIsPreparedStaysWhateverIsMadeAnew() throws IOException {
    String id = arrived("From: a@b.test\r\nTo: c@d.test\r\nSubject: x", 1_000);
    prepare(AnswerWay.files(Parcel.Way.SFTP, "320311/sftp-answers", Language.ZH, "泉山区", ""));
    Parcel parcel = parcel(id);
    List<String> names = new ArrayList<>();
    for (Path file : PreparedFiles.files(path(parcel))) {
      names.add(file.getFileName().toString().replace(id, "ID"));
    }
    assertEquals(
        List.of(
            "20240809-090000-ID-marked.xlsx", "20240809-090000-ID.html", "20240809-090000-ID.json"),
        names);
    Path outbox = home.orElseThrow().outbox().resolve("320311");
    Path again = Files.writeString(outbox.resolve("again"), "another answer");
    Files.move(
        again,
        outbox.resolve(id + ".json"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(
        parcel.sha256(), new PreparedFiles(home.orElseThrow().root()).of(path(parcel)).sha256());
    assertEquals(0, prepare(mail(1 << 20)));
    assertEquals(parcel, parcel(id));
  }

  @Test
  void whatHasNoWayIsKeptAndWhatCannotBeWrittenHoldsUpNothing() throws IOException {
    String id = arrived("From: a@b.test\r\nTo: c@d.test\r\nSubject: x", 10);
    ledger().answer(List.of(new Answer("lost", "lost", "receipt", "outbox/lost.json", NOW)));
    assertEquals(2, prepare(AnswerWay.none("NO_ADDRESS")));
    assertEquals(Optional.of("NO_ADDRESS"), parcel(id).problem());
    assertEquals(Optional.of("NOT_PREPARED"), parcel("lost").problem());
    parcels().retry(NOW);
    Files.delete(home.orElseThrow().outbox().resolve("320311/0000000000000001-marked.xlsx"));
    assertEquals(2, prepare(mail(1 << 20)));
    assertEquals(Optional.of("NOT_PREPARED"), parcel(id).problem());
  }
}
