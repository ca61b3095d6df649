package xinglin.warehouse.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.decide.Nights.Sent;
import xinglin.warehouse.restricted.RestrictedReader;

class DeciderTest {
  private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
  @TempDir Path folder;

  private static Sent sent(String name, int day, String bytes, int... values) {
    return new Sent(name, day, bytes, Nights.figures(Verdict.ACCEPTED, APRIL, values));
  }

  private static Sent rejected(String name, int day, String bytes) {
    return new Sent(name, day, bytes, Nights.figures(Verdict.REJECTED, APRIL, 1));
  }

  @Test
  void theSameBytesAgainAreADuplicateOfWhatCounts() throws SQLException {
    Sent first = sent("a", 1, "aa", 5);
    Sent again = sent("b", 2, "aa", 5);
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(first, again);
      assertEquals(
          Map.of("a", "accepted - 0/0", "b", "duplicate a 0/0"), nights.standing(first, again));
      JudgedDelivery duplicate = nights.judged().get(again.envelope().deliveryId());
      assertEquals("duplicate", duplicate.outcome());
      assertEquals(Optional.of(Verdict.ACCEPTED), duplicate.submissions().get(0).repeated());
      assertEquals("loaded", nights.judged().get(first.envelope().deliveryId()).outcome());
    }
  }

  @Test
  void aPlanDoesNotReplaceASummary() throws SQLException {
    Sent plan = new Sent("a", 1, "aa", Nights.document("plan", "工作方案"));
    Sent summary = new Sent("b", 2, "bb", Nights.document("summary", "工作总结"));
    Sent corrected = new Sent("c", 3, "cc", Nights.document("summary", "工作总结"));
    Sent scan = new Sent("d", 4, "dd", Nights.document("other", ""));
    Sent otherScan = new Sent("e", 5, "ee", Nights.document("other", ""));
    Sent scanAgain = new Sent("f", 6, "dd", Nights.document("other", ""));
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(plan, summary, corrected, scan, otherScan, scanAgain);
      assertEquals(
          Map.of(
              "a", "accepted - 0/0",
              "b", "accepted - 0/0",
              "c", "accepted - 0/0",
              "d", "accepted - 0/0",
              "e", "accepted - 0/0",
              "f", "duplicate d 0/0"),
          nights.standing(plan, summary, corrected, scan, otherScan, scanAgain));
    }
  }

  @Test
  void underOtherDefinitionsTheSameBytesAreJudgedAnew() throws SQLException {
    Sent first = rejected("a", 1, "aa");
    Sent again = sent("b", 2, "aa", 5);
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night("old", first);
      nights.night("new", again);
      assertEquals(
          Map.of("a", "rejected - 0/0", "b", "accepted - 0/0"), nights.standing(first, again));
    }
  }

  @Test
  void whatWasRefusedGetsTheSameAnswerAgainUntilSomethingElseCame() throws SQLException {
    Sent first = rejected("a", 1, "aa");
    Sent again = rejected("b", 2, "aa");
    Sent corrected = sent("c", 3, "cc", 7);
    Sent late = rejected("d", 4, "aa");
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(first, again, corrected, late);
      assertEquals(
          Map.of(
              "a", "rejected - 0/0",
              "b", "duplicate a 0/0",
              "c", "accepted - 0/0",
              "d", "rejected - 0/0"),
          nights.standing(first, again, corrected, late));
    }
  }

  @Test
  void anEarlierVersionAgainCountsAndSaysSo() throws SQLException {
    Sent first = sent("a", 1, "aa", 5);
    Sent second = sent("b", 2, "bb", 6);
    Sent third = sent("c", 3, "aa", 5);
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(first);
      nights.night(second);
      nights.night(third);
      assertEquals(
          Map.of(
              "a", "accepted - 0/0",
              "b", "accepted - 0/0",
              "c", "accepted_with_warnings - 0/1 EARLIER_VERSION_AGAIN"),
          nights.standing(first, second, third));
      assertEquals(
          List.of(
              "内容与 2024-08-01 报送的版本相同，而此后 2024-08-02 已报送过更新的版本，现按本次内容登记。" + "如果是误发，请重新报送最新的版本。"),
          nights.messages());
    }
  }

  @Test
  void theOrderOfLoadingDoesNotMatter() throws SQLException {
    Sent first = sent("a", 1, "aa", 5);
    Sent second = sent("b", 2, "bb", 6);
    Sent third = sent("c", 3, "aa", 5);
    Sent[] all = {first, second, third};
    Map<String, String> expected =
        Map.of(
            "a", "accepted - 0/0",
            "b", "accepted - 0/0",
            "c", "accepted_with_warnings - 0/1 EARLIER_VERSION_AGAIN");
    try (Nights nights = new Nights(folder.resolve("one"))) {
      nights.night(third, second, first);
      assertEquals(expected, nights.standing(all));
    }
    try (Nights nights = new Nights(folder.resolve("two"))) {
      nights.night(third);
      nights.night(first);
      assertEquals(Map.of("a", "accepted - 0/0", "c", "duplicate a 0/0"), nights.standing(all));
      assertEquals(Map.of(third.envelope().deliveryId(), "duplicate"), nights.judgedAgain());
      nights.night(second);
      assertEquals(expected, nights.standing(all));
      assertEquals(Map.of(third.envelope().deliveryId(), "loaded"), nights.judgedAgain());
      assertEquals(1, nights.judged().size());
    }
  }

  @Test
  void aCumulativeRegisterMustNotShrink() throws SQLException {
    Sent first = new Sent("a", 1, "aa", Nights.register("patrols", "patrol", "1", "2", "3"));
    Sent less = new Sent("b", 2, "bb", Nights.register("patrols", "patrol", "1", "2"));
    Sent more = new Sent("c", 3, "cc", Nights.register("patrols", "patrol", "1", "2", "3", "4"));
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(first);
      nights.night(less);
      assertEquals(
          List.of(
              "台账 登记行数：累计数填的是 2，比 2024-08-01 报送的 3 还少。"
                  + "请填写从起始日起的累计数；如果是上次报多了，请在报送时写明原因，由汇总单位核准后采用。"),
          nights.messages());
      nights.night(more);
      assertEquals(
          Map.of(
              "a", "accepted - 0/0",
              "b", "rejected - 1/0 CUMULATIVE_DROP",
              "c", "accepted - 0/0"),
          nights.standing(first, less, more));
    }
  }

  /** The third has less than the first, which counts, and more than the second, which does not. */
  @Test
  void aCumulativeRegisterIsComparedWithWhatCounted() throws SQLException {
    Sent first = new Sent("a", 1, "aa", Nights.register("patrols", "patrol", "1", "2", "3"));
    Sent less = new Sent("b", 2, "bb", Nights.register("patrols", "patrol", "1"));
    Sent still = new Sent("c", 3, "cc", Nights.register("patrols", "patrol", "1", "2"));
    Sent same = new Sent("d", 4, "dd", Nights.register("patrols", "patrol", "1", "2", "4"));
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(same, still, less, first);
      assertEquals(
          Map.of(
              "a", "accepted - 0/0",
              "b", "rejected - 1/0 CUMULATIVE_DROP",
              "c", "rejected - 1/0 CUMULATIVE_DROP",
              "d", "accepted - 0/0"),
          nights.standing(first, less, still, same));
      assertEquals(
          List.of(
              "台账 登记行数：累计数填的是 1，比 2024-08-01 报送的 3 还少。", "台账 登记行数：累计数填的是 2，比 2024-08-01 报送的 3 还少。"),
          nights.messages().stream()
              .map(message -> message.replaceFirst("请填写.*", ""))
              .sorted()
              .toList());
    }
  }

  @Test
  void aLineThatVanishedFromASnapshotIsNamed() throws SQLException {
    Sent first = new Sent("a", 1, "aa", Nights.register("points", "risk_point", "P1", "P2"));
    Sent less = new Sent("b", 2, "bb", Nights.register("points", "risk_point", "P2", "P3"));
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(first, less);
      assertEquals(
          Map.of("a", "accepted - 0/0", "b", "accepted_with_warnings - 0/1 VANISHED_LINE"),
          nights.standing(first, less));
      assertEquals(
          List.of("附件1：2024-08-01 报送时登记的“P1”这次没有了。已办结的请保留该行并填写结果；误删的请补上。"), nights.messages());
    }
  }

  @Test
  void aFigureFarFromTheReportersOwnPeriodsIsAskedAbout() throws SQLException {
    Sent[] sent = new Sent[6];
    int[] values = {10, 12, 9, 11, 300, 12};
    for (int i = 0; i < sent.length; i++) {
      sent[i] =
          new Sent(
              "m" + i,
              i + 1,
              "b" + i,
              Nights.figures(Verdict.ACCEPTED, LocalDate.of(2024, 1 + i, 1), values[i]));
    }
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(sent[0], sent[1], sent[2]);
      nights.night(sent[3], sent[4], sent[5]);
      Map<String, String> standing = nights.standing(sent);
      assertEquals("accepted_with_warnings - 0/1 OUTLIER", standing.get("m4"));
      assertEquals("accepted - 0/0", standing.get("m5"));
      assertEquals("accepted - 0/0", standing.get("m3"));
    }
  }

  @Test
  void aFileWithoutFormIsItsOwnSlot() throws SQLException {
    Sent first = new Sent("a", 1, "aa", Nights.noForm());
    Sent again = new Sent("b", 2, "aa", Nights.noForm());
    Sent other = new Sent("c", 3, "cc", Nights.noForm());
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(first, other);
      nights.night(again);
      assertEquals(
          Map.of(
              "a", "unrecognised - 0/0",
              "b", "duplicate a 0/0",
              "c", "unrecognised - 0/0"),
          nights.standing(first, again, other));
      assertEquals("duplicate", nights.judged().get(again.envelope().deliveryId()).outcome());
    }
  }

  @Test
  void whoFilledItInIsKeptApart() {
    Sent first = sent("a", 1, "aa", 5);
    try (Nights nights = new Nights(folder.resolve("home"))) {
      nights.night(first);
      RestrictedReader reader =
          new RestrictedReader(nights.fixture().home(), nights.fixture().lake());
      String id = first.envelope().deliveryId();
      assertEquals(
          Optional.of(Map.of("signature", "{\"填表人\":\"某某\"}")),
          reader.find("submission", id + "-0", 0, "test"));
      assertEquals(Optional.of(Map.of("file_name", "a")), reader.find("delivery", id, 0, "test"));
    }
  }

  @Test
  void aFileNotSentYetIsComparedWithHistoryAndNotStored() throws SQLException {
    Sent first = new Sent("a", 1, "aa", Nights.register("points", "risk_point", "P1", "P2"));
    Sent less = new Sent("b", 2, "bb", Nights.register("points", "risk_point", "P2"));
    try (Nights nights = new Nights(folder.resolve("home"))) {
      assertEquals(false, nights.rehearsal().hasHistory());
      nights.night(first);
      assertEquals(true, nights.rehearsal().hasHistory());
      Map<Integer, List<Finding>> found =
          nights.rehearsal().findings(less.envelope(), less.reading());
      assertEquals(List.of("VANISHED_LINE"), found.get(0).stream().map(Finding::code).toList());
      assertEquals(
          Map.of(0, List.of()), nights.rehearsal().findings(first.envelope(), first.reading()));
      assertEquals(Map.of("a", "accepted - 0/0"), nights.standing(first));
      assertEquals(0, nights.fixture().home().temporary().toFile().list().length);
    }
  }
}
