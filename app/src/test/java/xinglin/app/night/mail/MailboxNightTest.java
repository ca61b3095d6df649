package xinglin.app.night.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.night.Examples;
import xinglin.app.night.Mails;
import xinglin.app.night.Published;
import xinglin.jobs.load.Acceptances;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;

/** The sample mails sent by SMTP to the office's mailbox, fetched by IMAP, judged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailboxNightTest {
  private static final String TRUSTED = "mx.wjw.example.cn";
  private Path home = Path.of("");

  @BeforeAll
  void night(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    try (OfficeMail office = new OfficeMail()) {
      office.configure(home);
      for (Path mail : Mails.all()) {
        if (mail.toString().endsWith(".eml")) {
          office.sent(mail);
        }
      }
      Examples.night(home);
      assertEquals(10, office.count("已接收"));
      assertEquals(0, office.count("INBOX"));
    }
  }

  @Test
  void everyMessageHasItsOutcome() throws IOException {
    assertEquals(
        List.of(
            "320302,wjw.xuzhou.example.cn,loaded",
            "320303,wjw.xuzhou.example.cn,loaded",
            "320305,wjw.xuzhou.example.cn,loaded",
            "320311,wjw.xuzhou.example.cn,loaded",
            "320312,wjw.xuzhou.example.cn,loaded",
            "330000,wjw.zj.example.cn,loaded",
            "331024003,xianju.example.cn,loaded",
            "331024101,xianju.example.cn,no_attachment",
            "640521,zhongwei.example.cn,loaded",
            "local,mail.example.com,quarantined"),
        Published.query(
            home,
            "select partner_id, sender_domain, outcome from delivery"
                + " where parent_delivery_id is null and channel = 'imap' order by 1, 2"));
  }

  @Test
  void everyAttachmentIsThereByteForByteAndJudged() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String line :
        Published.query(
            home,
            "select inside.sha256, coalesce(submission.reporter_code, ''), coalesce(submission.verdict, '')"
                + " from delivery as inside left join history.submission as submission using (delivery_id)"
                + " where inside.parent_delivery_id is not null order by 1, 2, 3")) {
      files.merge(Mails.sample(line.substring(0, 64)), line.substring(65), (a, b) -> a + " " + b);
    }
    assertEquals(
        Map.ofEntries(
            Map.entry("a-gulou-clean.xlsx", "320302,accepted"),
            Map.entry("b-yunlong-clean.xls", "320303,accepted"),
            Map.entry("c-jiawang-clean.docx", "320305,accepted"),
            Map.entry("d-quanshan-total-mismatch.xlsx", "320311,rejected"),
            Map.entry("e-tongshan-yuan-in-wan.xlsx", "320312,rejected"),
            Map.entry("h-tongshan-both-attachments.xlsx", "320312,accepted 320312,accepted"),
            Map.entry("t1-shapotou.xls", "640502,accepted_with_warnings"),
            Map.entry("t1-zhongning.xlsx", "640521,accepted"),
            Map.entry("07-content.zip", ","),
            Map.entry("patrol-fuying.xlsx", "331024003,accepted_with_warnings"),
            Map.entry("letter-fuying.docx", "331024003,accepted"),
            Map.entry("zj-2024h1-29col-gb18030.csv", "330000,accepted_with_warnings"),
            Map.entry("something else", ",")),
        files);
  }

  /** Two partners, one of whom wants proof: with it, without, with a forged one, and another's. */
  @Test
  void whoAsksForProofIsNotImitated(@TempDir Path folder) throws IOException {
    Path other = Examples.home(folder.resolve("home"));
    Files.writeString(
        other.resolve("config/partners/senders.csv"), "address,division_code,division_name\n");
    Files.writeString(
        other.resolve("config/partners/320303.yaml"),
        "name: Yunlong\ndivision: \"320303\"\naddresses: [yunlong@wjw.example.cn]\nrequires: [spf, dkim]\n");
    String spf = "spf=pass smtp.mailfrom=yunlong@wjw.example.cn";
    String dkim = "dkim=pass header.d=wjw.example.cn";
    Path letters = Files.createDirectories(folder.resolve("letters"));
    try (OfficeMail office = new OfficeMail()) {
      office.configure(other);
      office.trust(other, TRUSTED);
      office.sent(
          letter(
              letters, "proven", "Authentication-Results: " + TRUSTED + "; " + spf + "; " + dkim));
      office.sent(letter(letters, "nothing", "X-Nothing: said"));
      office.sent(
          letter(
              letters, "half", "Authentication-Results: " + TRUSTED + "; " + spf + "; dkim=none"));
      office.sent(
          letter(
              letters,
              "foreign",
              "Authentication-Results: "
                  + TRUSTED
                  + "; spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example"));
      office.sent(
          letter(
              letters,
              "forged",
              "Authentication-Results: "
                  + TRUSTED
                  + "; spf=fail; dkim=none\r\nReceived: from evil by mx\r\nAuthentication-Results: "
                  + TRUSTED
                  + "; "
                  + spf
                  + "; "
                  + dkim));
      Examples.load(other);
    }
    Ledger ledger = Examples.place(other).ledger();
    Map<String, String> found = new TreeMap<>();
    for (Delivery one : ledger.latestDeliveries(10)) {
      found.put(
          one.envelope().arrival().subject().orElse(""),
          String.join(
              "|",
              one.outcome().orElse(""),
              one.authentication().orElse(""),
              one.held().orElse(""),
              one.envelope().arrival().partner()));
    }
    assertEquals(
        Map.of(
            "proven", "no_attachment|spf=pass dkim=pass||320303",
            "nothing", "quarantined||no_spf,no_dkim|local",
            "half", "quarantined|spf=pass dkim=none|no_dkim|local",
            "foreign", "quarantined|spf=other_domain dkim=other_domain|no_spf,no_dkim|local",
            "forged", "quarantined|spf=fail dkim=none|no_spf,no_dkim|local"),
        found);
    String held =
        ledger.quarantined(10).stream()
            .filter(one -> one.envelope().arrival().subject().equals(java.util.Optional.of("half")))
            .findFirst()
            .orElseThrow()
            .envelope()
            .deliveryId();
    new Acceptances(ledger).accept(held, "320303", "by telephone", java.time.Instant.EPOCH);
    Examples.load(other);
    assertEquals("no_attachment", ledger.findDelivery(held).flatMap(Delivery::outcome).orElse(""));
    assertEquals(3, ledger.quarantined(10).size());
  }

  private static Path letter(Path folder, String subject, String trace) throws IOException {
    return Files.writeString(
        folder.resolve(subject),
        trace
            + "\r\nFrom: Yunlong <yunlong@wjw.example.cn>\r\nTo: "
            + OfficeMail.ADDRESS
            + "\r\nDate: Mon, 12 Aug 2024 18:00:00 +0800\r\nMessage-ID: <"
            + subject
            + "@wjw.example.cn>\r\nSubject: "
            + subject
            + "\r\n\r\ntext\r\n",
        StandardCharsets.US_ASCII);
  }
}
