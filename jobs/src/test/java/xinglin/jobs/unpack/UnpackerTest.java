package xinglin.jobs.unpack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.Samples;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/** What comes out of messages and archives, one line each. */
class UnpackerTest {
  private static final Charset GBK = Charset.forName("GB18030");
  private static final byte[] CSV = "项目,数\n检查,3\n".getBytes(StandardCharsets.UTF_8);
  @TempDir Path folder;

  @Test
  void aPlainFileIsItself() throws IOException {
    assertEquals(
        List.of("file a-gulou-clean.xlsx"),
        unpack("a-gulou-clean.xlsx", Files.readAllBytes(Samples.file("forms/a-gulou-clean.xlsx"))));
    assertEquals(List.of("file list.csv"), unpack("list.csv", CSV));
  }

  @Test
  void picturesSignaturesAndCardsAreNoAttachments() throws IOException {
    byte[] mail =
        Letter.of()
            .part("<p>请查收</p>", "Content-Type: text/html; charset=utf-8")
            .part(
                "AAAA",
                "Content-Type: image/png; name=\"logo.png\"",
                "Content-Transfer-Encoding: base64",
                "Content-ID: <logo>")
            .part(
                "AAAA",
                "Content-Type: image/png",
                "Content-Transfer-Encoding: base64",
                "Content-Disposition: inline; filename=\"photo.png\"")
            .part(
                "AAAA",
                "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"",
                "Content-Transfer-Encoding: base64")
            .part("BEGIN:VCARD", "Content-Type: text/plain; name=\"card.vcf\"")
            .part("", "Content-Type: text/plain; name=\"ATT00001.txt\"")
            .attachment("list.csv", CSV)
            .part("-- \r\nsent by a phone", "Content-Type: text/plain")
            .end();
    assertEquals(List.of("loaded mail.eml", "file list.csv"), unpack("mail.eml", mail));
  }

  @Test
  void aPhotographThatWasAttachedIsAFile() throws IOException {
    byte[] mail =
        Letter.of()
            .part(
                "AAAA",
                "Content-Type: image/jpeg",
                "Content-Transfer-Encoding: base64",
                "Content-Disposition: attachment; filename=\"form.jpg\"")
            .end();
    assertEquals(List.of("loaded mail.eml", "file form.jpg"), unpack("mail.eml", mail));
  }

  @Test
  void namesMissingEqualAndDangerous() throws IOException {
    byte[] mail =
        Letter.of()
            .part(
                "YWJj",
                "Content-Type: application/octet-stream",
                "Content-Transfer-Encoding: base64")
            .attachment("same.csv", CSV)
            .attachment("same.csv", CSV)
            .attachment("..\\..\\etc/pass\u0007wd", CSV)
            .attachment("gpj.\u202exslx.csv", CSV)
            .end();
    assertEquals(
        List.of(
            "loaded mail.eml",
            "file 附件1",
            "file same.csv",
            "file same.csv",
            "file passwd",
            "file gpj.xslx.csv"),
        unpack("mail.eml", mail));
  }

  @Test
  void rawGbkHeadersAreRead() throws IOException {
    byte[] mail =
        Letter.of()
            .line("--=_part")
            .line("Content-Type: application/octet-stream")
            .raw("Content-Disposition: attachment; filename=\"云龙区汇总表.csv\"\r\n\r\n", GBK)
            .line("1,2")
            .end();
    assertEquals(List.of("loaded mail.eml", "file 云龙区汇总表.csv"), unpack("mail.eml", mail));
  }

  @Test
  void aMessageWithoutAttachmentSaysSo() throws IOException {
    assertEquals(
        List.of("no_attachment mail.eml NO_ATTACHMENT"),
        unpack("mail.eml", Letter.of().part("没有发现", "Content-Type: text/plain").end()));
    assertEquals(
        List.of("no_attachment mail.eml NO_ATTACHMENT"),
        unpack(
            "mail.eml",
            Letter.of()
                .part("<table><tr><td>3</td></tr></table>", "Content-Type: text/html")
                .end()));
    assertEquals(
        List.of("no_attachment mail.eml AUTOMATIC_MESSAGE"),
        unpack(
            "mail.eml",
            Letter.of("Auto-Submitted: auto-replied")
                .part("我在休假", "Content-Type: text/plain")
                .end()));
  }

  @Test
  void aCloudLinkIsNoAttachment() throws IOException {
    String link = "<a href=3D\"https://mail.qq.com/cgi-bin/ftnExs_download?k=3D1\">=\r\n下载</a>";
    byte[] alone =
        Letter.of()
            .part(
                link,
                "Content-Type: text/html; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable")
            .end();
    assertEquals(List.of("no_attachment mail.eml CLOUD_ATTACHMENT"), unpack("mail.eml", alone));
    byte[] beside =
        Letter.of()
            .part(
                link,
                "Content-Type: text/html; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable")
            .attachment("list.csv", CSV)
            .end();
    assertEquals(
        List.of("loaded mail.eml CLOUD_ATTACHMENT", "file list.csv"), unpack("mail.eml", beside));
  }

  @Test
  void damageOnTheWayIsSeen() throws IOException {
    byte[] foreign =
        Letter.of()
            .part(
                "MSwy*LDMs",
                "Content-Type: text/csv; name=\"a.csv\"",
                "Content-Transfer-Encoding: base64")
            .attachment("b.csv", CSV)
            .end();
    assertEquals(
        List.of("loaded mail.eml", "damaged a.csv", "file b.csv"), unpack("mail.eml", foreign));
    byte[] cut = Letter.of().attachment("a.csv", CSV).attachment("b.csv", CSV).unended();
    assertEquals(
        List.of("loaded mail.eml", "file a.csv", "damaged b.csv"), unpack("mail.eml", cut));
    byte[] uuencoded =
        Letter.of()
            .part(
                "begin 644 a.csv",
                "Content-Type: text/csv; name=\"a.csv\"",
                "Content-Transfer-Encoding: x-uuencode")
            .end();
    assertEquals(List.of("loaded mail.eml", "damaged a.csv"), unpack("mail.eml", uuencoded));
  }

  @Test
  void oneBrokenArchiveHarmsNothingBesideIt() throws IOException {
    byte[] bomb = Files.readAllBytes(Samples.file("bad/traversal.zip"));
    byte[] mail =
        Letter.of()
            .attachment("a.csv", CSV)
            .attachment("bad.zip", bomb)
            .attachment("b.csv", CSV)
            .end();
    assertEquals(
        List.of("loaded mail.eml", "file a.csv", "unsafe bad.zip PATH_TRAVERSAL", "file b.csv"),
        unpack("mail.eml", mail));
    assertEquals(3 + 1, stored());
  }

  @Test
  void archivesInArchives() throws IOException {
    byte[] inner = zip(GBK, "福应/巡查表.csv", CSV, "__MACOSX/._巡查表.csv", CSV, "Thumbs.db", CSV);
    byte[] outer = zip(StandardCharsets.UTF_8, "内.zip", inner, "汇总.csv", CSV);
    assertEquals(
        List.of("loaded outer.zip", "loaded 内.zip", "file 福应/巡查表.csv", "file 汇总.csv"),
        unpack("outer.zip", outer));
    assertEquals(
        List.of("loaded third.zip", "loaded outer.zip", "unsafe 内.zip OVER_LIMIT", "file 汇总.csv"),
        unpack("third.zip", zip(GBK, "outer.zip", outer)));
    assertEquals(
        List.of("unrecognised empty.zip EMPTY_ARCHIVE"),
        unpack("empty.zip", zip(GBK, "空/", new byte[0])));
  }

  @Test
  void whatComesOutOfAllTogetherIsLimited() throws IOException {
    byte[] zeros = new byte[200_000];
    byte[] mail =
        Letter.of()
            .attachment("a.zip", zip(GBK, "1.csv", zeros, "2.csv", zeros))
            .attachment("b.csv", CSV)
            .end();
    Limits standard = Limits.standard();
    Limits tight =
        new Limits(
            standard.bytes(),
            300_000,
            standard.entryBytes(),
            standard.entries(),
            standard.ratio(),
            standard.ratioFromBytes(),
            standard.sheets(),
            standard.rows(),
            standard.cells(),
            standard.characters(),
            standard.formulas(),
            standard.seconds());
    assertEquals(
        List.of("loaded mail.eml", "unsafe a.zip ZIP_BOMB", "file b.csv"),
        unpack("mail.eml", mail, tight));
  }

  @Test
  void theSameAgainIsTheSame() throws IOException {
    byte[] mail = Files.readAllBytes(Samples.file("mail/06-forwarded-nested.eml"));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(ids(mail).toString());
    }
    assertEquals(ids.get(0), ids.get(1));
    assertEquals(4, ids(mail).size());
  }

  private List<String> ids(byte[] mail) throws IOException {
    return unpacked("mail.eml", mail, Limits.standard()).stream()
        .map(one -> one.envelope().deliveryId())
        .toList();
  }

  private List<String> unpack(String name, byte[] bytes) throws IOException {
    return unpack(name, bytes, Limits.standard());
  }

  private List<String> unpack(String name, byte[] bytes, Limits limits) throws IOException {
    return unpacked(name, bytes, limits).stream().map(UnpackerTest::line).toList();
  }

  private List<Unpacked> unpacked(String name, byte[] bytes, Limits limits) throws IOException {
    RawStore raw = new RawStore(Home.openOrCreate(folder));
    try (RawGroup arrived = raw.begin();
        RawGroup inside = raw.begin()) {
      Arrival arrival = Arrival.ofFile("320302", "inbox", name, Instant.EPOCH);
      Envelope envelope = arrived.add(arrival, new ByteArrayInputStream(bytes));
      arrived.commit();
      List<Unpacked> unpacked =
          new Unpacker(inside, limits).unpack(envelope, raw.path(envelope.sha256()));
      inside.commit();
      return unpacked;
    }
  }

  private static String line(Unpacked one) {
    String name = one.envelope().arrival().fileName();
    if (one instanceof Unpacked.PlainFile file) {
      return (file.damaged() ? "damaged " : "file ") + name;
    }
    if (one instanceof Unpacked.NotOpened not) {
      return not.refused().verdict().code() + " " + name + codes(not.refused().issues());
    }
    Unpacked.Container container = (Unpacked.Container) one;
    return container.outcome() + " " + name + codes(container.issues());
  }

  private static String codes(List<Issue> issues) {
    StringBuilder codes = new StringBuilder();
    issues.forEach(issue -> codes.append(' ').append(issue.code()));
    return codes.toString();
  }

  private long stored() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("raw"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".json"))
          .count();
    }
  }

  /** Names and contents in turn. */
  private static byte[] zip(Charset names, Object... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        zip.write((byte[]) entries[i + 1]);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
