package xinglin.app.night.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.app.night.Examples;
import xinglin.jobs.batch.Progress;

/**
 * Nights around a deadline, 2024-08-09. 鼓楼区 delivers in time, what 泉山区 sent is returned, four
 * others have an address and deliver nothing, one has a folder, one a server, two have nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReminderNightTest {
  private static final String FORM = "打击无证行医及非法医疗美容专项行动情况汇总表";
  private static final String CITY = "zhuanban@wjw.xuzhou.example.cn";
  private static final List<String> COUNTIES =
      List.of("gulou", "jiawang", "quanshan", "tongshan", "xinyi", "yunlong");
  private final Map<String, Map<String, MimeMessage>> nights = new TreeMap<>();

  private final List<List<String>> laid = new ArrayList<>();

  @BeforeAll
  void nights(@TempDir Path folder) throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    Files.createDirectories(home.resolve("config/campaigns"));
    Files.writeString(
        home.resolve("config/campaigns/jiangsu-2024.yaml"),
        """
        id: jiangsu-2024
        zh: 2024年打击无证行医及非法医疗美容专项行动
        en: Jiangsu campaign, 2024
        source: 例
        scope: "320300"
        window: 2024-04-01..2024-10-31
        forms_cover: 2024-04-01..2024-07-31
        forms: [jiangsu-campaign-summary, jiangsu-lookback, city-spot-check, document]
        expectations:
          - {id: attachment-1, form: jiangsu-campaign-summary, reporters: {level: county}, per: once, due: 2024-08-09}
        reminders: {before: [7, 1], on_day: true, after: [1, 5]}
        """);
    Files.writeString(
        home.resolve("config/partners/320300.yaml"),
        "name: 徐州市\ndivision: \"320300\"\naddresses: [" + CITY + "]\n");
    Path shared = Files.createDirectories(folder.toRealPath().resolve("fengxian"));
    Files.writeString(
        home.resolve("config/partners/320321.yaml"),
        "name: 丰县\ndivision: \"320321\"\nchannels: {folder: {path: \"" + shared + "\"}}\n");
    try (OfficeMail office = new OfficeMail();
        PartnerSftp sftp = new PartnerSftp(folder.resolve("peixian"))) {
      sftp.configure(home, "320322", "沛县");
      office.configure(home);
      run(home, office, Night.Steps.ALL, "2024-08-02T02:00:00+08:00", "0 not switched on");
      Files.writeString(
          home.resolve("config/xinglin.yml"),
          "reminders: {send: true, campaigns: [jiangsu-2024]}\n",
          StandardOpenOption.APPEND);
      run(home, office, Night.Steps.DISPATCH, "2024-08-02T03:00:00+08:00", "1 seven days before");
      laid(shared.resolve("answers"), folder.resolve("peixian/answers"));
      run(home, office, Night.Steps.DISPATCH, "2024-08-02T04:00:00+08:00", "2 again");
      // What is known was published on another day: nobody is written to.
      run(home, office, Night.Steps.DISPATCH, "2024-08-08T03:00:00+08:00", "3 not published today");
      Examples.deliver(home, "jiangsu-2024/a-gulou-clean.xlsx");
      Examples.deliver(home, "jiangsu-2024/d-quanshan-total-mismatch.xlsx");
      run(home, office, Night.Steps.ALL, "2024-08-12T02:00:00+08:00", "4 after a pause");
      run(home, office, Night.Steps.DISPATCH, "2024-08-12T03:00:00+08:00", "5 again");
    }
  }

  /** Who has no address, but a folder or a server of its own, finds the same there. */
  private void laid(Path... folders) throws IOException {
    for (Path answers : folders) {
      try (Stream<Path> files = Files.walk(answers)) {
        laid.add(
            files
                .filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList());
      }
    }
  }

  private void run(Path home, OfficeMail office, Night.Steps steps, String now, String name)
      throws IOException {
    new Night(Workplace.openOrCreate(home, Clocks.fixed(now)), Progress.SILENT).run(steps);
    List<String> addresses = new ArrayList<>(List.of(CITY));
    COUNTIES.forEach(county -> addresses.add(address(county)));
    Map<String, MimeMessage> mails = new TreeMap<>();
    for (String address : addresses) {
      List<byte[]> received = office.received(address);
      assertTrue(received.size() < 2, name + ": " + address);
      for (byte[] mail : received) {
        mails.put(address.replaceFirst("@.*", ""), message(mail));
      }
    }
    office.empty(addresses);
    nights.put(name, mails);
  }

  private static String address(String county) {
    return county + "@wjw.xuzhou.example.cn";
  }

  private static MimeMessage message(byte[] mail) {
    try {
      return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> subjects(String night) throws MessagingException {
    Map<String, String> subjects = new TreeMap<>();
    for (Map.Entry<String, MimeMessage> mail : nights.get(night).entrySet()) {
      subjects.put(mail.getKey(), mail.getValue().getSubject());
    }
    return subjects;
  }

  @Test
  void nothingIsSentUnlessSwitchedOnAndNothingTwice() {
    assertEquals(Map.of(), nights.get("0 not switched on"));
    assertEquals(Map.of(), nights.get("2 again"));
    assertEquals(Map.of(), nights.get("3 not published today"));
    assertEquals(Map.of(), nights.get("5 again"));
  }

  @Test
  void foldersAndServersGetThePageAndTheBlankForm() {
    String page = "reminder.jiangsu-2024.%s.2024-08-09.before-7.html";
    String form = "jiangsu-campaign-summary.xlsx";
    assertEquals(
        List.of(List.of(form, page.formatted("320321")), List.of(form, page.formatted("320322"))),
        laid);
  }

  @Test
  void sevenDaysBeforeEverybodyWithAnAddressIsReminded() throws MessagingException {
    Map<String, String> expected = new TreeMap<>();
    Map.of(
            "gulou", "鼓楼区",
            "yunlong", "云龙区",
            "jiawang", "贾汪区",
            "quanshan", "泉山区",
            "tongshan", "铜山区",
            "xinyi", "新沂市")
        .forEach(
            (county, name) ->
                expected.put(county, "还有 7 天截止，请报送：" + FORM + "（" + name + "，2024年8月9日截止）"));
    assertEquals(expected, subjects("1 seven days before"));
  }

  @Test
  void afterAPauseTheLatestIsMadeUpOnceAndNotForThoseWhoDelivered() throws MessagingException {
    Map<String, String> made = subjects("4 after a pause");
    assertEquals(
        List.of("jiawang", "quanshan", "tongshan", "xinyi", "yunlong", "zhuanban"),
        List.copyOf(made.keySet()));
    assertEquals("已逾期 3 天，请尽快报送：" + FORM + "（云龙区，2024年8月9日截止）", made.get("yunlong"));
    assertEquals("9 个单位没有报齐：2024年打击无证行医及非法医疗美容专项行动（2024年8月9日截止）", made.get("zhuanban"));
  }

  @Test
  void aReminderSaysWhatIsOwedUntilWhenAndHowToSendIt() throws Exception {
    MimeMessage mail = nights.get("4 after a pause").get("quanshan");
    assertEquals(
        "<reminder.jiangsu-2024.320311.2024-08-09.after-1@wjw.example.cn>", mail.getMessageID());
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted", "|"));
    assertEquals(
        """
        泉山区：

        2024年打击无证行医及非法医疗美容专项行动要求贵单位报送的下列 1 份材料，到 2024年8月12日还没有收到通过审核的。

        【已逾期 3 天（2024年8月9日截止）】

        现在怎么办：
        1. 被退回的，按退回时的审核结果改正。
        2. 填写随信附上的空白表，贵单位名称已经填好；表名和表头不要改动。
        3. 填好后，直接回复这封邮件，附上文件（报送期限 2024年8月9日 已过，请尽快）。

        ────────────────
        1. 打击无证行医及非法医疗美容专项行动情况汇总表
        填报单位：泉山区
        统计期间：2024年4月1日至2024年7月31日
        报送期限：2024年8月9日（已过）
        目前情况：2024年8月6日收到的没有通过审核，已退回
        空白表：2024年打击无证行医及非法医疗美容专项行动情况汇总表（泉山区）.xlsx

        附件：
        2024年打击无证行医及非法医疗美容专项行动情况汇总表（泉山区）.xlsx：空白表

        回复时请用本信的收件邮箱（已登记的邮箱）发出，其他邮箱发来的文件不会入库。
        如果刚刚已经报送，并收到“通过”的答复，请不必理会本信。
        本信由系统自动发出。
        某市卫生健康委员会打非专班
        2024年8月12日
        """,
        plain(mail));
    assertTrue(html(mail).contains("已逾期 3 天（2024年8月9日截止）"));
  }

  @Test
  void theBlankFormIsFilledInWithItsReporter() throws Exception {
    MimeMessage mail = nights.get("1 seven days before").get("gulou");
    var part = ((Multipart) mail.getContent()).getBodyPart(1);
    assertEquals("2024年打击无证行医及非法医疗美容专项行动情况汇总表（鼓楼区）.xlsx", part.getFileName());
    StringBuilder text = new StringBuilder();
    try (InputStream in = part.getInputStream();
        Workbook workbook = WorkbookFactory.create(in)) {
      for (Row row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          text.append(cell).append('\n');
        }
      }
    }
    assertTrue(text.toString().contains("鼓楼区"), text.toString());
  }

  @Test
  void theOfficeAboveIsToldWhoHasNotDelivered() throws Exception {
    MimeMessage mail = nights.get("4 after a pause").get("zhuanban");
    String text = plain(mail);
    for (String words :
        List.of(
            "徐州市：\n",
            "【9 个单位没有报齐，9 份逾期未报或退回未重报，0 份迟报】",
            "1. 请督促“未报”“退回”的单位尽快报送。\n",
            "2. 系统已向其中 7 个单位发信提醒，附有空白表。\n",
            "3. 没有登记邮箱、系统联系不到的单位：睢宁县、邳州市。请另行通知。\n",
            "1. 〔未报〕 云龙区\n   " + FORM + "（2024年4月1日至2024年7月31日）\n   截止：2024-08-09\n",
            "3. 〔退回〕 泉山区\n   "
                + FORM
                + "（2024年4月1日至2024年7月31日）\n   截止：2024-08-09\n   收到：2024-08-06\n")) {
      assertTrue(text.contains(words), words + " in " + text);
    }
    assertFalse(text.contains("鼓楼区"), text);
    assertFalse(text.contains("附件"), text);
  }

  private static String plain(MimeMessage mail) throws Exception {
    return String.valueOf(both(mail).getBodyPart(0).getContent()).replace("\r\n", "\n");
  }

  private static String html(MimeMessage mail) throws Exception {
    return String.valueOf(both(mail).getBodyPart(1).getContent());
  }

  private static Multipart both(MimeMessage mail) throws Exception {
    return (Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
  }
}
