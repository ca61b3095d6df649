package xinglin.warehouse.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.value.Bound;
import xinglin.schemas.value.Value;
import xinglin.warehouse.decide.Nights.Sent;

/** Figures compared with those of other forms of the same reporter, and of other reporters. */
class ComparedFormsTest {
  private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2024, 5, 1);
  @TempDir Path folder;

  @Test
  void theLaterOfTwoFormsIsToldWhatTheOtherSays() throws Exception {
    try (Nights nights = new Nights(folder)) {
      Sent summary = sent("summary", 1, form("summary", "320302", APRIL, exactly(4)));
      Sent same = sent("same", 2, form("activity", "320302", APRIL, exactly(4)));
      Sent other = sent("other", 3, form("activity", "320302", APRIL, exactly(7)));
      Sent may = sent("may", 4, form("activity", "320302", MAY, exactly(7)));
      Sent county = sent("county", 5, form("activity", "320303", APRIL, exactly(7)));
      Sent about = sent("about", 6, form("checked", "320302", APRIL, about(4, Bound.LOWER)));
      Sent over = sent("over", 7, form("staff", "320302", APRIL, about(9, Bound.LOWER)));
      Sent corrected = sent("corrected", 8, form("summary", "320302", APRIL, exactly(7)));
      nights.night(summary);
      nights.night(other, same);
      nights.night(may, about, county, corrected, over);
      assertEquals(
          Map.of(
              "summary", "accepted - 0/0",
              "same", "accepted - 0/0",
              "other", "accepted_with_warnings - 0/1 FORMS_DISAGREE",
              "may", "accepted - 0/0",
              "county", "accepted - 0/0",
              "about", "accepted - 0/0",
              "over", "accepted_with_warnings - 0/2 FORMS_DISAGREE FORMS_DISAGREE",
              "corrected", "accepted_with_warnings - 0/1 FORMS_DISAGREE"),
          nights.standing(summary, same, other, may, county, about, over, corrected));
      assertEquals(
          "附件1!C1 shutdowns：填的是 7，而贵单位 2024-08-07 报送的“staff”（2024-04-01 至 2024-04-30，附件1!C1）填的是 9余。请核对两张表，使同一数字一致。",
          nights.messages().stream().filter(line -> line.contains("staff")).findFirst().orElse(""));
    }
  }

  @Test
  void farFromEightPeersOrMore() throws Exception {
    try (Nights nights = new Nights(folder)) {
      List<Sent> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            sent("peer" + i, i + 1, form("summary", "32030" + (i + 1), APRIL, exactly(10 + i))));
      }
      Sent large = sent("large", 10, form("summary", "320311", APRIL, exactly(500)));
      Sent usual = sent("usual", 11, form("summary", "320312", APRIL, exactly(34)));
      Sent none = sent("none", 12, form("summary", "320321", APRIL, exactly(0)));
      Sent city = sent("city", 13, form("summary", "320402", APRIL, exactly(500)));
      Sent may = sent("may", 14, form("summary", "320302", MAY, exactly(500)));
      Sent early = sent("early", 7, form("summary", "320322", APRIL, exactly(500)));
      List<Sent> told = List.of(large, usual, none, city, may, early);
      all.addAll(told);
      Collections.shuffle(all, new Random(7));
      nights.night(all.toArray(Sent[]::new));
      Map<String, String> standing = nights.standing(all.toArray(Sent[]::new));
      standing.keySet().removeIf(name -> name.startsWith("peer"));
      assertEquals(
          Map.of(
              "large", "accepted_with_warnings - 0/1 OUTLIER",
              "usual", "accepted - 0/0",
              "none", "accepted_with_warnings - 0/1 OUTLIER",
              "city", "accepted - 0/0",
              "may", "accepted - 0/0",
              "early", "accepted - 0/0"),
          standing);
      assertEquals(
          List.of(
              "附件1!C1 shutdowns：填的是 0，与同类地区本期的通常范围（2 至 117）相差很大。请核对数字和单位；属实的无需改动。",
              "附件1!C1 shutdowns：填的是 500，与同类地区本期的通常范围（2 至 109）相差很大。请核对数字和单位；属实的无需改动。"),
          nights.messages());
    }
  }

  /** The sum of a county beside the lines of its towns, which are smaller by their number. */
  @Test
  void linesOfTownsAreNoPeersOfACounty() throws Exception {
    try (Nights nights = new Nights(folder)) {
      List<Sent> all = new ArrayList<>();
      for (int i = 1; i <= 9; i++) {
        all.add(
            sent(
                "towns" + i,
                i,
                form("summary", "32030" + i, APRIL, exactly(10), "32030" + i + "001")));
      }
      all.add(sent("county", 10, form("summary", "320311", APRIL, exactly(500))));
      all.add(sent("town", 11, form("summary", "320312", APRIL, exactly(500), "320312001")));
      Sent[] sent = all.toArray(Sent[]::new);
      nights.night(sent);
      assertEquals(Set.of("accepted - 0/0"), Set.copyOf(nights.standing(sent).values()));
    }
  }

  private static Value exactly(int value) {
    return Value.ofNumber("" + value, BigDecimal.valueOf(value), Optional.empty());
  }

  private static Value about(int value, Bound bound) {
    return Value.approximate(value + "余", BigDecimal.valueOf(value), bound, Optional.empty());
  }

  private static Sent sent(String name, int day, FormReading form) {
    return new Sent(name, day, name, new FileReading(form.verdict(), List.of(form), List.of()));
  }

  private static FormReading form(String formId, String reporter, LocalDate start, Value value) {
    return form(formId, reporter, start, value, reporter);
  }

  private static FormReading form(
      String formId, String reporter, LocalDate start, Value value, String division) {
    Figure figure =
        new Figure(
            "shutdowns",
            Figure.Role.OBSERVATION,
            "all",
            Optional.of(division),
            Optional.empty(),
            value,
            "户次",
            "附件1",
            "C1",
            0);
    return Nights.form(
        formId, new Reporter(reporter, reporter, Reporter.Source.STATED), start, figure);
  }
}
