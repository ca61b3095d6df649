package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.publish.RandomOffices.Line;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;

/**
 * Whatever mixture of towns, counties, cities and provinces reports: no day of a division is added
 * twice, nothing that was reported is left out for something that does not count itself, and all
 * levels add up. The rules are written down here once more, one figure at a time.
 */
class NeverBothAddedTest {
  private static final List<String> WINDOWS =
      List.of(
          "2021-01-01..2023-12-31",
          "2022-01-01..2022-12-31",
          "2022-01-01..2022-06-30",
          "2022-02-01..2022-04-30",
          "2021-07-01..2022-12-31");
  private static final LocalDate MARCH = LocalDate.parse("2023-03-31");
  @TempDir static Path home;
  private static RandomOffices offices;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    List<String> provinces =
        IntStream.rangeClosed(11, 34).mapToObj(String::valueOf).collect(Collectors.toList());
    offices = new RandomOffices(lake, 6, provinces);
    PublishRequest request =
        new PublishRequest(
            "r1",
            LocalDate.parse("2024-06-01"),
            lake.write(home.resolve("lake"), false),
            "i",
            "d",
            List.of(new Dimension("waiver", offices.waivers())),
            3);
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
  }

  @Test
  void everyDayOfAFigureCountsOnce() throws Exception {
    figures(Optional.empty(), true);
  }

  @Test
  void asItWasKnownOnADay() throws Exception {
    figures(Optional.of(MARCH), true);
    registers(Optional.of(MARCH), true);
  }

  @Test
  void withoutWaivers() throws Exception {
    figures(Optional.empty(), false);
    registers(Optional.empty(), false);
  }

  @Test
  void everyLineOfARegisterCountsOnce() throws Exception {
    registers(Optional.empty(), true);
  }

  @Test
  void allLevelsAddUp() throws Exception {
    String[] days = WINDOWS.get(0).split("\\.\\.");
    Map<String, Long> sums = new TreeMap<>();
    for (List<Line> told : byKey(inside(days, Optional.empty(), true)).values()) {
      for (Line line : counted(told)) {
        line.value()
            .ifPresent(
                value ->
                    RandomOffices.above(line.division())
                        .forEach(code -> sums.merge(code, value, Long::sum)));
      }
    }
    assertTrue(sums.size() > 100, () -> sums.size() + " divisions");
    same(lines(sums), indicator("coordination_meetings"));
    Map<String, Long> leads = new TreeMap<>();
    for (Line line : countedLines(offices.lines(RandomOffices.REGISTER, Optional.empty(), true))) {
      RandomOffices.above(line.division()).forEach(code -> leads.merge(code, 1L, Long::sum));
    }
    same(lines(leads), indicator("lead_count"));
  }

  /** Each figure that is not added is listed with all that count instead, and the difference. */
  @Test
  void whatIsNotAddedIsShownWithWhatIs() throws Exception {
    List<String> expected = new ArrayList<>();
    List<Line> all = offices.lines(RandomOffices.SHEET, Optional.empty(), true);
    for (List<Line> told : byKey(all).values()) {
      List<Line> counted = counted(told);
      for (Line line : told) {
        if (!counted.contains(line)) {
          List<Line> instead = counted.stream().filter(it -> it.overlap(line) > 0).toList();
          long days = instead.stream().mapToLong(it -> it.overlap(line)).sum();
          boolean isSame =
              days == line.days() && instead.stream().mapToLong(Line::days).sum() == days;
          boolean hasAll =
              line.value().isPresent() && instead.stream().anyMatch(it -> it.value().isPresent());
          long sum = instead.stream().mapToLong(it -> it.value().orElse(0L)).sum();
          String difference =
              isSame && hasAll ? String.valueOf(line.value().orElse(0L) - sum) : "null";
          instead.forEach(
              it ->
                  expected.add(
                      key(line) + "|" + key(it) + "|" + it.sent().first() + "|" + difference));
        }
      }
    }
    assertTrue(expected.size() > 100, () -> expected.size() + " figures");
    same(
        expected,
        PublishedFixture.rows(
            file,
            "select concat(submission_id, '#', ordinal), concat(counted_submission_id, '#',"
                + " counted_ordinal), counted_from, plain_number(difference) from figure_beside"));
  }

  private static void figures(Optional<LocalDate> day, boolean waivers) throws Exception {
    for (String window : WINDOWS) {
      String[] days = window.split("\\.\\.");
      List<String> expected = new ArrayList<>();
      for (List<Line> told : byKey(inside(days, day, waivers)).values()) {
        List<Line> counted = counted(told);
        told.forEach(
            line ->
                expected.add(
                    (counted.contains(line) ? "numerator|" : "beside|")
                        + key(line)
                        + "|"
                        + (counted.contains(line)
                            ? line.value().map(String::valueOf).orElse("")
                            : "")));
        proveOnceAndNothingLost(told, counted);
      }
      assertTrue(expected.size() > 20, () -> window + ": " + expected.size());
      same(
          expected,
          ask(
              day,
              waivers,
              "select concat_ws('|', role, concat(submission_id, '#', ordinal),"
                  + " coalesce(plain_number(amount), '')) as line from measure_sum('"
                  + RandomOffices.MEASURE
                  + "', ['"
                  + RandomOffices.SHEET
                  + "'], 'town', date '"
                  + days[0]
                  + "', date '"
                  + days[1]
                  + "') where role in ('numerator', 'beside')"));
    }
  }

  /** Apart from the rules: what is wanted of them. */
  private static void proveOnceAndNothingLost(List<Line> told, List<Line> counted) {
    for (Line line : told) {
      if (line.isKnown()) {
        List<Line> meeting =
            counted.stream()
                .filter(it -> !it.equals(line) && it.isKnown() && it.overlap(line) > 0)
                .toList();
        assertEquals(counted.contains(line), meeting.isEmpty(), () -> line + " and " + meeting);
      }
    }
    List<Line> known = told.stream().filter(Line::isKnown).toList();
    if (known.stream().allMatch(it -> same(it, known.get(0)))) {
      known.stream()
          .min(Comparator.comparingInt(it -> RandomOffices.level(it.sent().office())))
          .ifPresent(nearest -> assertTrue(counted.contains(nearest), nearest::toString));
    }
  }

  private static boolean same(Line one, Line other) {
    return one.sent().first().equals(other.sent().first())
        && one.sent().last().equals(other.sent().last());
  }

  /** From the nearest office outwards; then what shares no day with what counts is taken back. */
  private static List<Line> counted(List<Line> told) {
    Comparator<Line> order =
        Comparator.<Line>comparingInt(it -> RandomOffices.level(it.sent().office()))
            .thenComparing(it -> -it.days())
            .thenComparing(it -> it.sent().first())
            .thenComparing(it -> it.sent().id());
    List<Line> ordered = told.stream().sorted(order).toList();
    List<Line> counted = new ArrayList<>();
    for (Line next : ordered.stream().filter(Line::isKnown).toList()) {
      List<Line> met = counted.stream().filter(it -> it.overlap(next) > 0).toList();
      boolean isCovered = met.stream().mapToLong(it -> it.overlap(next)).sum() == next.days();
      boolean isShorter = met.stream().anyMatch(it -> it.days() >= next.days());
      if (!isCovered && !isShorter) {
        counted.removeAll(met);
        counted.add(next);
      }
    }
    for (Line next : ordered.stream().filter(Line::isKnown).toList()) {
      if (counted.stream().noneMatch(it -> it.overlap(next) > 0)) {
        counted.add(next);
      }
    }
    List<Line> known = List.copyOf(counted);
    for (Line next : ordered.stream().filter(it -> !it.isKnown()).toList()) {
      boolean isCovered =
          known.stream().mapToLong(it -> it.overlap(next)).sum() == next.days()
              || counted.stream().anyMatch(it -> it.overlap(next) == next.days());
      if (!isCovered) {
        counted.add(next);
      }
    }
    return counted;
  }

  private static void registers(Optional<LocalDate> day, boolean waivers) throws Exception {
    List<Line> all = offices.lines(RandomOffices.REGISTER, day, waivers);
    Set<Line> counted = Set.copyOf(countedLines(all));
    for (Line line : all) {
      List<Line> meeting =
          counted.stream()
              .filter(it -> !it.sent().office().equals(line.sent().office()) && isOver(it, line))
              .toList();
      assertEquals(counted.contains(line), meeting.isEmpty(), () -> line + " and " + meeting);
    }
    assertTrue(all.size() - counted.size() > 20, () -> counted.size() + " of " + all.size());
    same(
        counted.stream().map(line -> key(line) + "|" + line.division()).sorted().toList(),
        ask(
            day,
            waivers,
            "select concat(submission_id, '#', ordinal, '|', division_code) as line from"
                + " leads_counted()"));
    same(
        all.stream()
            .filter(line -> !counted.contains(line))
            .map(line -> line.sent().id() + "|" + line.division())
            .distinct()
            .sorted()
            .toList(),
        ask(
            day,
            waivers,
            "select distinct concat(submission_id, '|', division_code) as line from"
                + " register_beside where lines - difference = (select sum(counted_lines) from"
                + " register_beside as other where other.submission_id ="
                + " register_beside.submission_id and other.division_code ="
                + " register_beside.division_code)"));
  }

  private static boolean isOver(Line one, Line other) {
    return RandomOffices.above(one.division()).contains(other.division())
        || RandomOffices.above(other.division()).contains(one.division());
  }

  /** From the provinces down: a list that names no place below counts if it is the longer one. */
  private static List<Line> countedLines(List<Line> all) {
    List<Line> counted = new ArrayList<>();
    Set<String> provinces = new TreeSet<>();
    all.forEach(line -> provinces.add(line.division().substring(0, 2) + "0000"));
    provinces.forEach(province -> down(province, all, counted));
    Comparator<Line> order =
        Comparator.<Line>comparingInt(it -> RandomOffices.level(it.sent().office()))
            .thenComparing(Line::division)
            .thenComparing(it -> it.sent().office());
    for (Line line : all.stream().sorted(order).toList()) {
      boolean clashes =
          counted.stream()
              .anyMatch(it -> !it.sent().office().equals(line.sent().office()) && isOver(it, line));
      if (!counted.contains(line) && !clashes) {
        counted.add(line);
      }
    }
    return counted;
  }

  private static void down(String division, List<Line> all, List<Line> counted) {
    List<Line> here = nearest(division, all);
    List<Line> below =
        all.stream()
            .filter(line -> !line.division().equals(division))
            .filter(line -> RandomOffices.above(line.division()).contains(division))
            .toList();
    if (!here.isEmpty()) {
      String office = here.get(0).sent().office();
      List<Line> its = below.stream().filter(line -> line.sent().office().equals(office)).toList();
      long others =
          below.stream()
              .map(Line::division)
              .distinct()
              .flatMap(it -> nearest(it, all).stream())
              .filter(line -> !line.sent().office().equals(office))
              .count();
      if (others > 0 && here.size() + its.size() > others) {
        counted.addAll(here);
        counted.addAll(its);
        return;
      }
      if (others == 0) {
        counted.addAll(here);
      }
    }
    below.stream()
        .map(line -> child(line.division(), division))
        .distinct()
        .forEach(child -> down(child, all, counted));
  }

  private static String child(String division, String above) {
    List<String> codes = RandomOffices.above(division);
    return codes.get(codes.indexOf(above) - 1);
  }

  private static List<Line> nearest(String division, List<Line> all) {
    List<Line> here = all.stream().filter(line -> line.division().equals(division)).toList();
    return RandomOffices.above(division).stream()
        .map(office -> here.stream().filter(it -> it.sent().office().equals(office)).toList())
        .filter(lines -> !lines.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Line> inside(String[] days, Optional<LocalDate> day, boolean waivers) {
    return offices.lines(RandomOffices.SHEET, day, waivers).stream()
        .filter(line -> !line.sent().first().isBefore(LocalDate.parse(days[0])))
        .filter(line -> !line.sent().last().isAfter(LocalDate.parse(days[1])))
        .toList();
  }

  private static Map<String, List<Line>> byKey(Collection<Line> lines) {
    return lines.stream()
        .collect(
            Collectors.groupingBy(
                line -> line.division() + line.category(), TreeMap::new, Collectors.toList()));
  }

  private static String key(Line line) {
    return line.sent().id() + "#" + line.ordinal();
  }

  /** Says only what differs. */
  private static void same(List<String> expected, List<String> actual) {
    assertEquals(
        expected.stream().filter(line -> !actual.contains(line)).limit(9).toList(),
        actual.stream().filter(line -> !expected.contains(line)).limit(9).toList());
    assertEquals(expected.size(), actual.size());
  }

  private static List<String> lines(Map<String, Long> sums) {
    return sums.entrySet().stream().map(it -> it.getKey() + "|" + it.getValue()).toList();
  }

  private static List<String> indicator(String id) throws Exception {
    return PublishedFixture.rows(
        file,
        "select division_code, plain_number(value) from indicator where indicator_id = '"
            + id
            + "' and window_start = '2021-01-01' and value is not null order by 1");
  }

  private static List<String> ask(Optional<LocalDate> day, boolean waivers, String sql)
      throws Exception {
    if (day.isEmpty() && waivers) {
      return PublishedFixture.rows(file, sql).stream().sorted().toList();
    }
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query = PublishedQuery.open(file, Optional.of(new AsOf(day, waivers)))) {
      query.print(sql, new CsvFormat(), out);
    }
    return out.toString().lines().skip(1).sorted().toList();
  }
}
