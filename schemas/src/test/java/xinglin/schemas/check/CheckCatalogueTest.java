package xinglin.schemas.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;

class CheckCatalogueTest {
  private final CheckCatalogue catalogue = load();

  private static CheckCatalogue load() {
    Problems problems = new Problems();
    CheckCatalogue catalogue =
        CheckCatalogue.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    return catalogue;
  }

  @Test
  void saysWhereAndWhatToDo() {
    Finding finding =
        catalogue.finding(
            Issue.of("UNREADABLE")
                .at("附件1", "C7")
                .about("confiscated_amount")
                .sent("余万元")
                .with("label", "没收违法所得金额")
                .with("kind", "数字")
                .with("kind_en", "a number")
                .with("ask", "金额（万元），没有则填 0")
                .with("ask_en", "the amount in 万元, or 0 if there is none"));
    assertEquals("附件1!C7 没收违法所得金额：无法读取“余万元”，应填数字。请填写金额（万元），没有则填 0。", finding.message());
    assertEquals(
        "附件1!C7 没收违法所得金额: cannot read \"余万元\"; a number is expected. Please give the amount in 万元, or 0 if there is none.",
        finding.messageEn());
  }

  @Test
  void leavesOutAProposalThatIsNotThere() {
    Issue issue = Issue.of("REPORTER_UNKNOWN").at("", "A3").sent("吉岷镇");
    assertEquals("A3：填报单位“吉岷镇”在行政区划名单里找不到。请填写县（区）或乡镇（街道）的全称。", catalogue.finding(issue).message());
    assertEquals(
        "A3：填报单位“吉岷镇”在行政区划名单里找不到，是否指“吉岘镇”。请填写县（区）或乡镇（街道）的全称。",
        catalogue.finding(issue.with("nearest", "吉岘镇")).message());
  }

  @Test
  void neverShowsAHalfFilledSentence() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> catalogue.finding(Issue.of("NEGATIVE_COUNT").at("附件1", "B6").sent("-3")));
    assertEquals(
        "Cannot render NEGATIVE_COUNT: there is no value for {label}", failure.getMessage());
  }

  @Test
  void refusesACodeThatIsNotDeclared() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class, () -> catalogue.finding(Issue.of("TOTAL_MISMATCHED")));
    assertEquals(
        "Cannot find check: TOTAL_MISMATCHED, did you mean \"TOTAL_MISMATCH\"?",
        failure.getMessage());
  }

  @Test
  void aLateReportIsStillAccepted() {
    Finding late =
        catalogue.finding(
            Issue.of("LATE")
                .with("received", "2024-08-12")
                .with("due", "2024-08-09")
                .with("days", "3"));
    assertEquals("收到日期 2024-08-12，报送期限是 2024-08-09，逾期 3 天。数据照常计入，请今后按期报送。", late.message());
    assertEquals(Verdict.ACCEPTED, catalogue.verdict(List.of(late)));
  }
}
