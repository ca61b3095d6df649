package xinglin.app.night.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.night.Examples;
import xinglin.app.night.Mails;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.load.Acceptances;
import xinglin.warehouse.ledger.Ledger;

/** Whole mail messages and archives, dropped into the inbox as the sample mails have them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailNightTest {
  private Path home = Path.of("");

  @BeforeAll
  void night(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    Mails.deliver(home, name -> true);
    Examples.night(home);
  }

  @Test
  void everyMessageHasItsOutcome() throws IOException {
    assertEquals(
        List.of(
            "01-plain,320302,wjw.xuzhou.example.cn,loaded",
            "02-gbk-name,320303,wjw.xuzhou.example.cn,loaded",
            "03-rfc2231-split-name,320305,wjw.xuzhou.example.cn,loaded",
            "04-attachment-without-name,320311,wjw.xuzhou.example.cn,loaded",
            "05-two-same-names,320312,wjw.xuzhou.example.cn,loaded",
            "06-forwarded-nested,640521,zhongwei.example.cn,loaded",
            "07-content,331024003,,loaded",
            "07-zip-gbk-entries,331024003,xianju.example.cn,loaded",
            "08-no-attachment,331024101,xianju.example.cn,no_attachment",
            "09-unregistered-sender,local,mail.example.com,quarantined",
            "10-delta-package,330000,wjw.zj.example.cn,loaded"),
        Mails.named(
            Published.query(
                home,
                "select sha256, partner_id, sender_domain, outcome from delivery"
                    + " where parent_delivery_id is null")));
  }

  @Test
  void everyAttachmentIsThereByteForByteAndJudged() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String line :
        Published.query(
            home,
            "select inside.sha256, inside.partner_id, coalesce(submission.reporter_code, ''), coalesce(submission.verdict, '')"
                + " from delivery as inside left join history.submission as submission using (delivery_id)"
                + " where inside.parent_delivery_id is not null order by inside.received_at, 1, 2, 3, 4")) {
      files.merge(Mails.sample(line.substring(0, 64)), line.substring(65), (a, b) -> a + " " + b);
    }
    assertEquals(
        Map.ofEntries(
            Map.entry("a-gulou-clean.xlsx", "320302,320302,accepted"),
            Map.entry("b-yunlong-clean.xls", "320303,320303,accepted"),
            Map.entry("c-jiawang-clean.docx", "320305,320305,accepted"),
            Map.entry("d-quanshan-total-mismatch.xlsx", "320311,320311,rejected"),
            Map.entry("e-tongshan-yuan-in-wan.xlsx", "320312,320312,rejected"),
            Map.entry(
                "h-tongshan-both-attachments.xlsx",
                "320312,320312,accepted 320312,320312,accepted"),
            Map.entry("t1-shapotou.xls", "640521,640502,accepted_with_warnings"),
            Map.entry("t1-zhongning.xlsx", "640521,640521,accepted"),
            Map.entry("07-content.zip", "331024003,,"),
            Map.entry(
                "patrol-fuying.xlsx",
                "331024003,331024003,accepted_with_warnings 331024003,331024003,duplicate"),
            Map.entry(
                "letter-fuying.docx", "331024003,331024003,accepted 331024003,331024003,duplicate"),
            Map.entry("zj-2024h1-29col-gb18030.csv", "330000,330000,accepted_with_warnings"),
            Map.entry("something else", "640521,,")),
        files);
    assertEquals(
        List.of("640502,A3"),
        Published.query(
            home,
            "select reporter_code, cell from finding join submission using (submission_id)"
                + " where code = 'REPORTER_MISMATCH'"));
  }

  @Test
  void noAttachmentIsSaidAndNoReport() throws IOException {
    assertEquals(
        List.of("331024101,NO_ATTACHMENT,"),
        Published.query(
            home,
            "select delivery.partner_id, code, submission.form_id from finding join submission using (submission_id)"
                + " join delivery using (delivery_id) where outcome = 'no_attachment'"));
    assertEquals(List.of("NO_ATTACHMENT"), receipt("331024101").findValuesAsText("code"));
  }

  @Test
  void nobodyUnknownIsLoadedOrAnswered() throws IOException {
    assertEquals(
        List.of("0"),
        Published.query(home, "select count(*) from submission where partner_id = 'local'"));
    assertTrue(Files.notExists(home.resolve("outbox/local")));
  }

  @Test
  void aMessageIsAnsweredOnceForAllThatWasInIt() throws IOException {
    JsonNode mail = receipt("320312");
    assertEquals("05-two-same-names.eml", mail.path("file_name").asText());
    assertEquals("accepted_with_warnings", mail.path("verdict").asText());
    assertEquals(
        List.of("huizong.xlsx", "huizong.xlsx"),
        mail.path("attachments").findValuesAsText("file_name"));
    assertEquals("rejected", mail.path("attachments").path(0).path("verdict").asText());
    assertEquals("accepted", mail.path("attachments").path(1).path("verdict").asText());
    assertEquals(1, files("320312", ".json").size());
    assertEquals(1, files("320312", "-marked.xlsx").size());
    JsonNode forwarded = receipt("640521");
    assertEquals(
        List.of("转发的邮件.eml", "fubiao1.xls", "zhongning.xlsx"),
        forwarded.path("attachments").findValuesAsText("file_name"));
    assertEquals(
        forwarded.path("attachments").path(0).path("delivery").asText(),
        forwarded.path("attachments").path(1).path("inside").asText());
  }

  @Test
  void oneCommandLetsAQuarantinedMessageIn(@TempDir Path folder) throws IOException {
    Path other = Examples.home(folder.resolve("home"));
    Mails.deliver(other, name -> name.startsWith("09"));
    Examples.load(other);
    Ledger ledger = Examples.place(other).ledger();
    String held = ledger.quarantined(10).get(0).envelope().deliveryId();
    assertEquals("wuming@mail.example.com", sender(ledger, held));
    assertTrue(!new Acceptances(ledger).accept("0123456789abcdef", "320302", "", Instant.EPOCH));
    assertTrue(new Acceptances(ledger).accept(held, "320302", "by telephone", Instant.EPOCH));
    Examples.night(other);
    List<String> loaded = List.of("320302,320302,accepted");
    String query =
        "select partner_id, reporter_code, verdict from submission join delivery using (delivery_id, partner_id)";
    assertEquals(loaded, Published.query(other, query));
    assertEquals(List.of(), ledger.quarantined(10));
    assertEquals(1, files(other, "320302", ".json").size());
    Map<String, List<String>> rows = Published.rows(other);
    new Night(Examples.place(other), Progress.SILENT).rebuild();
    assertEquals(rows, Published.rows(other));
  }

  private static String sender(Ledger ledger, String delivery) {
    return ledger
        .findDelivery(delivery)
        .flatMap(known -> known.envelope().arrival().sender())
        .orElse("");
  }

  @Test
  void rebuiltItIsTheSame() throws IOException {
    Map<String, List<String>> rows = Published.rows(home);
    new Night(Examples.place(home), Progress.SILENT).rebuild();
    assertEquals(rows, Published.rows(home));
  }

  private JsonNode receipt(String partner) throws IOException {
    return new ObjectMapper().readTree(files(partner, ".json").get(0).toFile());
  }

  private List<Path> files(String partner, String end) throws IOException {
    return files(home, partner, end);
  }

  private static List<Path> files(Path home, String partner, String end) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("outbox").resolve(partner))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
