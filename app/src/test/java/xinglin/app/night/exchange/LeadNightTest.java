package xinglin.app.night.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;

/** Leads that two regions tell each other, ask about and answer, through whole nights. */
final class LeadNightTest {
  @Test
  void leadsGoBothWays(@TempDir Path folder) throws IOException {
    Path home = KitHome.of(folder.resolve("home"));
    KitHome.deliver(
        home,
        "08-leads-1.bin",
        "310000-320000-yrd-lead-1-20240715-000001.zip.gpg",
        "310000",
        "2024-07-15T18:00:00+08:00");
    KitHome.deliver(
        home,
        "08-leads-2.bin",
        "310000-320000-yrd-lead-1-20240716-000002.zip.gpg",
        "310000",
        "2024-07-16T18:00:00+08:00");
    Files.writeString(
        home.resolve("config/partners/kunshan.yaml"), "name: 昆山市卫生健康委员会\ndivision: \"320583\"\n");
    for (String name : List.of("requests", "replies")) {
      Files.writeString(
          home.resolve("inbox/" + name + ".csv.envelope.json"),
          "{\"partner\": \"kunshan\", \"received_at\": \"2024-07-17T09:00:00+08:00\"}");
    }
    Files.writeString(
        home.resolve("inbox/requests.csv"),
        """
        线索编号,行为发生地,受理日期,违法类别,诊疗类型,请求事项,要求反馈日期,联合行动起始日期,联合行动截止日期,当事人名称,当事人类别,证件号码,地点,内容摘要,是否撤回
        KS2024001,上海市嘉定区,2024-06-20,无证行医,口腔,协查,2024-08-10,,,欧阳测试,自然人,310114190011179939,嘉定区某路1号,反映某诊所无证开展口腔诊疗,
        KS2024002,上海市金山区,2024-06-21,无证行医,医疗美容,联合处置,2024-08-01,2024-08-05,2024-08-09,,,,,两地交界处有人流动行医,
        KS2024003,嘉善县,2024/6/25,无证行医,,通报,,,,测试乙,,,嘉善县某村,到嘉善县租房行医,
        """);
    Files.writeString(
        home.resolve("inbox/replies.csv"),
        """
        提出地区代码,线索编号,办理状态,核查结果,答复日期,答复内容,联合行动起始日期,联合行动截止日期,处罚决定书文号,是否撤回
        310000,JD2024003,已受理,,2024-07-10,同意参加,2024-08-06,2024-08-09,,
        """);
    System.out.println(new Night(Examples.place(home), Progress.SILENT).run(Night.Steps.ALL));
    for (String sql :
        List.of(
            "select form_id, verdict, reporter_code from submission",
            "select code, cell, message from finding",
            "select * exclude (sheet, cell, line_key, reasons, content_digest) from lead_record",
            "select * from lead_request",
            "select lead_id, source, region, asked, reply_due, practice_type, known_from, known_to from history.lead",
            "select region, lead_id, reply_due, joint_from from joint_request")) {
      System.out.println(sql);
      Published.query(home, sql).forEach(System.out::println);
    }
    assertEquals(1, 1);
  }
}
