package xinglin.app.night.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.app.assembly.Workplace;
import xinglin.app.night.Examples;
import xinglin.app.night.Mails;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.waive.WaivableErrors;
import xinglin.jobs.waive.Waiver;
import xinglin.jobs.waive.Waivers;

/** The sample mails, sent to the office's mailbox, each answered to the address it came from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswersByMailTest {
  private Path home = Path.of("");
  private List<String> waived = List.of();
  private final Map<String, List<byte[]>> received = new TreeMap<>();
  private NightResult first = new NightResult("", Map.of(), Map.of(), java.util.Optional.empty());

  @BeforeAll
  void night(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    try (OfficeMail office = new OfficeMail()) {
      office.configure(home);
      for (Path mail : Mails.all()) {
        if (mail.toString().endsWith(".eml")) {
          office.arrived(mail, Instant.parse("2024-08-08T10:00:00Z"));
        }
      }
      first = Examples.night(home);
      assertEquals(0, Examples.night(home).count("answers_sent"));
      for (String address : addresses()) {
        received.put(address, office.received(address));
      }
      waived = waived(office);
      received.put("wuming@mail.example.com", office.received("wuming@mail.example.com"));
    }
  }

  /** What 泉山区 is told when its error passes, and when it no longer does. */
  private List<String> waived(OfficeMail office) throws IOException {
    String address = "quanshan@wjw.xuzhou.example.cn";
    Workplace place = Examples.place(home);
    Waivers waivers = new Waivers(place.ledger());
    String id =
        Published.query(
                home,
                "select submission_id from submission where verdict = 'rejected' and reporter_code ="
                    + " '320311'")
            .get(0);
    Waiver waiver =
        waivers.add(
            place.clock().instant(),
            WaivableErrors.of(place.home().published(), id).get(0),
            true,
            "核对过",
            "监督一科",
            LocalDate.parse("2025-12-31"));
    List<String> subjects = new ArrayList<>();
    for (int night = 0; night < 4; night++) {
      if (night == 2) {
        waivers.withdraw(place.clock().instant(), waiver, "监督一科", "");
      }
      office.empty(List.of(address));
      if (night == 1 || night == 2) {
        assertEquals(night - 1, subjects.size(), "told before it was published");
        new Night(place, Progress.SILENT).run(Night.Steps.PUBLISH);
      }
      new Night(place, Progress.SILENT).run(Night.Steps.DISPATCH);
      for (byte[] mail : office.received(address)) {
        subjects.add(subject(mail));
      }
    }
    return subjects;
  }

  private static String subject(byte[] mail) {
    try {
      return message(mail).getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoseErrorPassesIsToldOnceAndWhenItEndsOnce() {
    assertEquals(List.of("准予通过，已计入：附件1", "准予通过已终止：附件1"), waived);
  }

  private static List<String> addresses() throws IOException {
    return Files.readAllLines(Examples.folder().resolve("config/partners/senders.csv")).stream()
        .skip(1)
        .map(line -> line.split(",")[0])
        .toList();
  }

  @Test
  void everyRegisteredSenderIsAnsweredOnceAndNobodyElse() throws Exception {
    assertEquals(9, first.count("answers_sent"));
    assertTrue(((Map<?, ?>) first.json().get("seconds")).containsKey("dispatch"));
    Map<String, String> subjects = new TreeMap<>();
    for (Map.Entry<String, List<byte[]>> one : received.entrySet()) {
      for (byte[] mail : one.getValue()) {
        assertEquals(null, subjects.put(one.getKey(), message(mail).getSubject()));
      }
    }
    String form = "打击无证行医及非法医疗美容专项行动情况汇总表";
    assertEquals(
        Map.of(
            "gulou@wjw.xuzhou.example.cn",
            "已收到，审核通过：" + form + "（鼓楼区，2024年4月至7月）",
            "yunlong@wjw.xuzhou.example.cn",
            "已收到，审核通过：" + form + "（云龙区，2024年4月至7月）",
            "jiawang@wjw.xuzhou.example.cn",
            "已收到，审核通过：" + form + "（贾汪区，2024年4月至7月）",
            "quanshan@wjw.xuzhou.example.cn",
            "请修改后重报：" + form + "（泉山区，2024年4月至7月）",
            "tongshan@wjw.xuzhou.example.cn",
            "请修改后重报其中一部分：铜山区报表（3 份报表）",
            "zhongning@zhongwei.example.cn",
            "已收到，有几处请核对：Fwd: 沙坡头区附表1（2 份报表）",
            "fuying@xianju.example.cn",
            "已收到，有几处请核对：福应街道材料（2 份报表）",
            "hengxi@xianju.example.cn",
            "没有收到附件，请重发：横溪镇零报告",
            "exchange@wjw.zj.example.cn",
            "已收到，有几处请核对：长三角非法行医处罚信息（浙江省，2024年1月4日至2024年6月27日）"),
        subjects);
  }

  @Test
  void theHeadersTellWhatItAnswersAndThatNobodyNeedReply() throws Exception {
    MimeMessage mail = message(received.get("quanshan@wjw.xuzhou.example.cn").get(0));
    String id = receipt(mail).replaceFirst("^回执-(.*)\\.json$", "$1");
    assertEquals("<" + id + ".answer@wjw.example.cn>", mail.getMessageID());
    assertEquals(
        "某市卫生健康委员会打非专班 <dayi@wjw.example.cn>",
        MimeUtility.decodeText(MimeUtility.unfold(mail.getHeader("From", ","))));
    assertEquals(
        "泉山区 <quanshan@wjw.xuzhou.example.cn>",
        MimeUtility.decodeText(MimeUtility.unfold(mail.getHeader("To", ","))));
    assertEquals(
        List.of(
            "Thu, 15 Aug 2024 02:00:00 +0800",
            "<s04.20240801@mail.example.cn>",
            "<s04.20240801@mail.example.cn>",
            "auto-replied",
            "All",
            "1.0"),
        Stream.of(
                "Date",
                "In-Reply-To",
                "References",
                "Auto-Submitted",
                "X-Auto-Response-Suppress",
                "MIME-Version")
            .map(name -> header(mail, name))
            .toList());
    for (String line :
        new String(received.get("quanshan@wjw.xuzhou.example.cn").get(0), StandardCharsets.UTF_8)
            .split("\r\n")) {
      assertTrue(line.chars().allMatch(letter -> letter < 127), line);
      assertTrue(line.length() <= 998, line);
    }
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, "|");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsEnclosedIsByteForByteWhatLiesInTheOutbox() throws Exception {
    MimeMessage mail = message(received.get("tongshan@wjw.xuzhou.example.cn").get(0));
    Map<String, byte[]> files = files(mail);
    String id = receipt(mail).replaceFirst("^回执-(.*)\\.json$", "$1");
    assertEquals(List.of("huizong-标记件.xlsx", "回执-" + id + ".json"), List.copyOf(files.keySet()));
    Path outbox = home.resolve("outbox/320312");
    assertArrayEquals(
        Files.readAllBytes(outbox.resolve(id + ".json")), files.get("回执-" + id + ".json"));
    try (Stream<Path> marked = Files.list(outbox)) {
      Path copy =
          marked.filter(file -> file.toString().endsWith("-marked.xlsx")).findFirst().orElseThrow();
      assertArrayEquals(Files.readAllBytes(copy), files.get("huizong-标记件.xlsx"));
    }
    String prepared =
        Files.readString(outbox.resolve(id + ".eml"), StandardCharsets.US_ASCII).strip();
    String arrived =
        new String(received.get("tongshan@wjw.xuzhou.example.cn").get(0), StandardCharsets.US_ASCII)
            .strip();
    assertTrue(arrived.endsWith(prepared));
  }

  @Test
  void textAndHtmlSayWhatToDoUntilWhen() throws Exception {
    MimeMessage mail = message(received.get("quanshan@wjw.xuzhou.example.cn").get(0));
    Multipart both = (Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
    String plain = (String) both.getBodyPart(0).getContent();
    String html = (String) both.getBodyPart(1).getContent();
    for (String words :
        List.of(
            "泉山区：",
            "2024年8月8日 18:00 收到贵单位的邮件",
            "退回，请改正后重新报送",
            "改好后，直接回复这封邮件，附上文件（报送期限 2024年8月9日 已过，请尽快）。",
            "附件1-标记件.xlsx",
            "某市卫生健康委员会打非专班")) {
      assertTrue(plain.contains(words), words + " in " + plain);
      assertTrue(html.contains(words), words + " in " + html);
    }
  }

  private static MimeMessage message(byte[] mail) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
  }

  private static String receipt(MimeMessage mail) throws Exception {
    return files(mail).keySet().stream()
        .filter(name -> name.startsWith("回执"))
        .findFirst()
        .orElseThrow();
  }

  /** Attachments by the name that Jakarta Mail finds behind the disposition. */
  private static Map<String, byte[]> files(MimeMessage mail) throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    Multipart parts = (Multipart) mail.getContent();
    for (int i = 1; i < parts.getCount(); i++) {
      Part part = parts.getBodyPart(i);
      assertEquals(Part.ATTACHMENT, part.getDisposition());
      String typed =
          MimeUtility.decodeText(
              Arrays.stream(part.getHeader("Content-Type"))
                  .findFirst()
                  .orElseThrow()
                  .replaceFirst("(?s).*name=\"(.*)\"", "$1"));
      assertEquals(part.getFileName(), typed);
      files.put(part.getFileName(), part.getInputStream().readAllBytes());
    }
    return files;
  }
}
