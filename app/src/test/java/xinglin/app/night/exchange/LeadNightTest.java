package xinglin.app.night.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.exchange.LeadsStatus;
import xinglin.app.night.Published;
import xinglin.app.terminal.Texts;
import xinglin.jobs.batch.Progress;
import xinglin.warehouse.home.Home;

/** Leads that two regions tell, ask and answer each other, through their nights. */
final class LeadNightTest {
  private static final String HEADER =
      "YRD_ASKER,YRD_LEAD_ID,YRD_KIND,YRD_STATE,YRD_VERSION,YRD_CHANGED_ON,YRD_DIVISION,"
          + "YRD_RECEIVED_ON,YRD_VIOLATION_GROUP,YRD_PRACTICE_TYPE,YRD_ASKED,YRD_REPLY_DUE,"
          + "YRD_JOINT_FROM,YRD_JOINT_TO,YRD_PARTY_NAME,YRD_PARTY_KEY,YRD_PLACE,YRD_SUMMARY,"
          + "YRD_LEAD_STATE,YRD_RESULT,YRD_ANSWERED_ON,YRD_ANSWER,YRD_WSH";

  private static final String REQUESTS =
      "线索编号,行为发生地,受理日期,违法类别,诊疗类型,请求事项,要求反馈日期,联合行动起始日期,联合行动截止日期,"
          + "当事人名称,当事人类别,证件号码,地点,内容摘要,是否撤回\n";

  private static final String FIRST =
      "KS1,上海市嘉定区,2024-06-20,无证行医,口腔,协查,2024-07-20,,,欧阳测试,自然人,11010519491231002X,"
          + "嘉定区某路1号,反映某诊所无证开展口腔诊疗,\n";

  private static final String SECOND =
      "KS2,上海市金山区,2024-06-21,无证行医,医疗美容,联合处置,2024-08-01,2024-08-05,2024-08-09,,,,,两地交界处有人流动行医,";

  private static final String THIRD = "KS3,嘉善县,2024-06-25,无证行医,,通报,,,,测试乙,,,嘉善县某村,到嘉善县租房行医,\n";

  private static final String REPLIES =
      "提出地区代码,线索编号,办理状态,核查结果,答复日期,答复内容,联合行动起始日期,联合行动截止日期,处罚决定书文号,是否撤回\n";

  /** Example of YRD-PEN 1 section 6. */
  private static final String KEYED =
      "81b5dda1236499027abbbd5700f392ad4c99cb98ba602a384a80b6ee5f1bd06d";

  @Test
  void leadsAreAskedAndAnswered(@TempDir Path folder) throws IOException {
    Path jiangsu = agreed(KitHome.of(folder.resolve("js")), "310000", "kunshan", "320583");
    Path shanghai = agreed(KitHome.sender(folder.resolve("sh")), "320000", "jiading", "310114");

    register(
        jiangsu, "kunshan", "requests", REQUESTS + FIRST + SECOND + "\n" + THIRD, "2024-07-15");
    night(jiangsu, "2024-07-16");
    assertEquals(
        HEADER
            + "\n320000,320583-KS1,ask,published,1,,310114,2024-06-20,practice,dental,investigate,"
            + "2024-07-20,,,欧阳**,"
            + KEYED
            + ",,,open,,,,\n320000,320583-KS2,ask,published,1,,310116,2024-06-21,practice,cosmetic,"
            + "joint,2024-08-01,2024-08-05,2024-08-09,,,,,open,,,,\n",
        data(jiangsu, "310000", "320000-310000-yrd-lead-1-20240716-000001"));

    carry(jiangsu, shanghai, "320000", "2024-07-16");
    register(
        shanghai,
        "jiading",
        "replies",
        REPLIES
            + "320000,320583-KS1,已办结,属实,2024-07-17,现场查获,,,嘉卫医罚〔2024〕7号,\n"
            + "320000,320583-KS2,已受理,,2024-07-17,同意,2024-08-06,2024-08-09,,\n"
            + "320000,KS9,不予受理,,2024-07-17,没有这条线索,,,,\n",
        "2024-07-17");
    register(
        shanghai,
        "jiading",
        "requests",
        REQUESTS
            + "JD1,昆山市,2024-07-01,无证行医,中医,协查,2024-07-20,,,,,,,到昆山市行医,\n"
            + "JD2,太仓市,2024-07-02,无证行医,中医,协查,2024-07-27,,,,,,,到太仓市行医,\n",
        "2024-07-17");
    night(shanghai, "2024-07-18");
    assertEquals(
        List.of(
            "320000|320583-KS1,theirs,320000,310114,investigate,2024-07-20,closed,substantiated",
            "320000|320583-KS2,theirs,320000,310116,joint,2024-08-01,taken,",
            "ours|310114-JD1,ours,,320583,investigate,2024-07-20,open,",
            "ours|310114-JD2,ours,,320585,investigate,2024-07-27,open,"),
        Published.query(
            shanghai,
            "select request_id, asked_by, region, division_code, asked, reply_due, lead_state, result from lead_request order by 1"));
    assertEquals(
        List.of("320583-KS1,外地区协查,320000,2024-07-20"),
        Published.query(shanghai, "select lead_id, source, region, reply_due from lead"));
    assertEquals(
        List.of("320583-KS2,320000,2024-08-05,2024-08-09"),
        Published.query(
            shanghai, "select lead_id, region, joint_from, joint_to from joint_request"));

    carry(shanghai, jiangsu, "310000", "2024-07-18");
    register(
        jiangsu, "kunshan", "requests", REQUESTS + FIRST + SECOND + "是\n" + THIRD, "2024-07-20");
    night(jiangsu, "2024-07-22");
    String due =
        "select request_id, region, status, version, due_state, days_left, lead_state, result, document_number from lead_request order by 1";
    List<String> expected =
        List.of(
            "310000|310114-JD1,310000,published,1,overdue,-2,open,,",
            "310000|310114-JD2,310000,published,1,due_soon,5,open,,",
            "ours|320583-KS1,310000,published,1,in_time,,closed,substantiated,嘉卫医罚〔2024〕7号",
            "ours|320583-KS2,310000,withdrawn,1,withdrawn,,taken,,",
            "ours|320583-KS3,,published,,not_sent,,open,,");
    assertEquals(expected, Published.query(jiangsu, due));
    assertEquals(
        HEADER
            + "\n320000,320583-KS2,ask,withdrawn,2,2024-07-22,310116,2024-06-21,practice,cosmetic,"
            + "joint,2024-08-01,2024-08-05,2024-08-09,,,,,open,,,,\n",
        data(jiangsu, "310000", "320000-310000-yrd-lead-1-20240722-000002"));
    assertEquals(
        List.of(
            "其他地区的协查、联合处置请求等待我方答复：逾期 2 项，七日内到期 0 项",
            "  310000 协查 310114-JD1：应于 2024-07-20 前答复，已逾期 10 天",
            "  310000 协查 310114-JD2：应于 2024-07-27 前答复，已逾期 3 天"),
        new LeadsStatus(
                Home.open(jiangsu),
                place(jiangsu, "2024-07-22").database(),
                Texts.of(new String[0]),
                LocalDate.of(2024, 7, 30))
            .lines());
    assertNothingPersonal(jiangsu);

    new Night(place(jiangsu, "2024-07-22"), Progress.SILENT).rebuild();
    assertEquals(
        List.of("4,accepted"),
        Published.query(
            jiangsu,
            "select count(*), row_verdict from lead_record where kind is not null group by 2"));
    expected = expected.stream().map(row -> row.replace("withdrawn,1,", "withdrawn,2,")).toList();
    assertEquals(expected, Published.query(jiangsu, due));
  }

  /** What is agreed about leads, and a bureau that fills in registers. */
  private static Path agreed(Path home, String region, String bureau, String division)
      throws IOException {
    Path partner = home.resolve("config/partners/" + region + ".yaml");
    String lead = "    - {profile: yrd-lead-1, identities: [none, keyed, plain]}\n";
    Files.writeString(
        partner,
        Files.readString(partner).replace(lead, "")
            + lead
            + """
              sends:
                - {profile: yrd-lead-1, since: 2024-01-01, identities: keyed, key: {name: sh-js, secret: "file:shared"}}
            """);
    Path key = home.resolve("config/shared");
    Files.writeString(key, "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        home.resolve("config/partners/" + bureau + ".yaml"),
        "name: " + bureau + "\ndivision: \"" + division + "\"\n");
    return home;
  }

  private static void register(Path home, String bureau, String name, String text, String day)
      throws IOException {
    deliver(home, name + "-" + day + ".csv", bureau, day);
    Files.writeString(home.resolve("inbox/" + name + "-" + day + ".csv"), text);
  }

  private static void deliver(Path home, String name, String partner, String day)
      throws IOException {
    Files.writeString(
        home.resolve("inbox/" + name + ".envelope.json"),
        "{\"partner\": \"%s\", \"received_at\": \"%sT09:00:00+08:00\"}".formatted(partner, day));
  }

  /** Takes the sealed packages out of one outbox into the other inbox. */
  private static void carry(Path from, Path to, String sender, String day) throws IOException {
    try (Stream<Path> outbox = Files.walk(from.resolve("outbox"))) {
      for (Path file : outbox.filter(path -> path.toString().endsWith(".zip.gpg")).toList()) {
        String name = file.getFileName().toString();
        deliver(to, name, sender, day);
        Files.copy(file, to.resolve("inbox").resolve(name));
      }
    }
  }

  private static Workplace place(Path home, String day) {
    return Workplace.openOrCreate(home, Clocks.fixed(day + "T02:00:00+08:00"));
  }

  private static void night(Path home, String day) {
    new Night(place(home, day), Progress.SILENT).run(Night.Steps.ALL);
  }

  private static String data(Path home, String partner, String name) throws IOException {
    return Files.readString(
        home.resolve("sent")
            .resolve(partner)
            .resolve("yrd-lead-1")
            .resolve(name)
            .resolve("lead.csv"));
  }

  private static void assertNothingPersonal(Path home) throws IOException {
    for (String table :
        List.of("lead_record", "lead", "joint_request", "lead_request", "lead_sent")) {
      String rows = String.join("\n", Published.query(home, "select * from " + table));
      for (String secret : List.of("欧阳", "11010519491231002X", "某路", "反映", "租房")) {
        assertFalse(rows.contains(secret), table + ": " + secret);
      }
    }
  }
}
