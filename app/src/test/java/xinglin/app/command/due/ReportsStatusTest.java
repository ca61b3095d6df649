package xinglin.app.command.due;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.terminal.Texts;

/** What status says of a list published on 2024-08-10, and of the same list two months later. */
final class ReportsStatusTest {
  private static final String HEAD =
      "campaign_id\tcampaign_title\tform_id\tform_title\tdocument_kind\tdivision_code\tdivision_name"
          + "\tperiod_start\tperiod_end\tdue_on\treceived_ms\tstate\tpublished_on\n";
  @TempDir Path published;

  @BeforeEach
  void list() throws IOException {
    Path run = Files.createDirectories(published.resolve("current"));
    Files.writeString(
        run.resolve("reports.tsv"),
        HEAD
            + line("summary", "鼓楼区", "2024-08-09", "1723111200000", "on_time")
            + line("summary", "云龙区", "2024-08-09", "1723456800000", "late")
            + line("summary", "泉山区", "2024-08-09", "1722938400000", "returned")
            + line("summary", "丰县", "2024-08-09", "", "missing")
            + line("summary", "沛县", "2024-08-09", "", "missing")
            + line("summary", "沛县", "2024-04-29", "", "missing")
            + line("", "徐州市", "2024-09-30", "", "not_due"));
  }

  private static String line(
      String kind, String division, String due, String received, String state) {
    return String.join(
            "\t",
            "c-2024",
            "某行动",
            "document",
            "抽查表",
            kind,
            "320300",
            division,
            "2024-04-01",
            "2024-07-31",
            due,
            received,
            state,
            "2024-08-10")
        + "\n";
  }

  @Test
  void aLineForEachFormOfWhichSomethingIsOpen() {
    assertEquals(
        List.of(
            "某行动（c-2024）：应报 7 份，按时 1，迟报 1，逾期未报 3，退回未重报 1，未到期 1",
            "  工作总结，2024-08-09 截止：逾期未报 丰县、沛县；退回未重报 泉山区；迟报 云龙区；此前 1 期：逾期未报 1"),
        status("2024-08-10", Texts.Language.ZH).lines());
    assertEquals(
        List.of(
            "c-2024: 7 reports expected, on time 1, late 1, missing 3, returned 1, not due 1",
            "  summary, due 2024-08-09: missing 丰县, 沛县; returned 泉山区; late 云龙区; 1 due days before:"
                + " missing 1"),
        status("2024-08-10", Texts.Language.EN).lines());
  }

  @Test
  void whatFellDueSinceIsMissing() {
    assertEquals(
        "  抽查表，2024-09-30 截止：逾期未报 徐州市", status("2024-10-01", Texts.Language.ZH).lines().get(2));
  }

  @Test
  void programsGetEveryOne() {
    Map<String, Object> json = status("2024-08-10", Texts.Language.ZH).json();
    assertEquals(
        "[{campaign_id=c-2024, title=某行动, expected=7, on_time=1, late=1, missing=3, returned=1,"
            + " not_due=1}]",
        String.valueOf(json.get("campaigns")));
    List<?> open = (List<?>) json.getOrDefault("open", List.of());
    assertEquals(5, open.size());
    assertEquals(
        "{campaign_id=c-2024, form_id=document, document_kind=summary, division_code=320300,"
            + " division_name=云龙区, period_start=2024-04-01, period_end=2024-07-31,"
            + " due_on=2024-08-09, received_at=2024-08-12T18:00+08:00, state=late}",
        String.valueOf(open.get(0)));
  }

  @Test
  void withoutAPublishedListThereIsNothingToSay() throws IOException {
    Files.delete(published.resolve("current/reports.tsv"));
    assertEquals(List.of(), status("2024-08-10", Texts.Language.ZH).lines());
  }

  private ReportsStatus status(String today, Texts.Language language) {
    return new ReportsStatus(published, LocalDate.parse(today), new Texts(language));
  }
}
