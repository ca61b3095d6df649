package xinglin.warehouse.publish;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Provinces in each of which towns, counties, a city and the province report at random: sheets with
 * lines for some divisions below, for days that overlap, some blank, some refused, some let
 * through; and registers with lines for some divisions, or for none.
 */
final class RandomOffices {
  static final String SHEET = "plan-activity";
  static final String REGISTER = "lead-register";
  static final String MEASURE = "coordination_meetings";
  private static final List<String> PERIODS =
      List.of(
          "2021-01-01..2021-12-31",
          "2022-01-01..2022-12-31",
          "2021-01-01..2022-12-31",
          "2022-01-01..2022-06-30",
          "2022-07-01..2022-12-31",
          "2022-01-01..2022-03-31",
          "2022-04-01..2022-06-30",
          "2022-02-01..2022-02-28",
          "2022-03-15..2022-09-14",
          "2021-12-01..2022-02-28");
  private static final List<String> DAYS = List.of("2023-01-10", "2023-03-10", "2023-05-10");
  private final Random random;
  private final LakeFixture lake;
  private final List<Line> lines = new ArrayList<>();
  private int sent;
  private final List<Map<String, String>> waivers = new ArrayList<>();

  /** A line of a sheet or a register; of a register without period, value and category. */
  record Line(
      Sent sent,
      int ordinal,
      String division,
      String category,
      Optional<Long> value,
      String state) {
    boolean isKnown() {
      return value.isPresent() || state.equals("not_applicable");
    }

    long days() {
      return ChronoUnit.DAYS.between(sent.first(), sent.last()) + 1;
    }

    /** Days that both are for. */
    long overlap(Line other) {
      LocalDate first =
          sent.first().isAfter(other.sent.first()) ? sent.first() : other.sent.first();
      LocalDate last = sent.last().isBefore(other.sent.last()) ? sent.last() : other.sent.last();
      return Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    }
  }

  /** What an office sent. */
  record Sent(
      String id,
      String form,
      String office,
      LocalDate first,
      LocalDate last,
      LocalDate receivedOn,
      String verdict,
      boolean isWaived) {
    boolean counts(Optional<LocalDate> day, boolean waivers) {
      return day.map(it -> !receivedOn.isAfter(it)).orElse(true)
          && (verdict.equals("accepted") || (waivers && isWaived));
    }
  }

  RandomOffices(LakeFixture lake, long seed, List<String> provinces) {
    this.lake = lake;
    this.random = new Random(seed);
    provinces.forEach(this::province);
  }

  /** Lines of what counts as of a day, all if there is none. */
  List<Line> lines(String form, Optional<LocalDate> day, boolean waivers) {
    return lines.stream()
        .filter(it -> it.sent().form().equals(form) && it.sent().counts(day, waivers))
        .toList();
  }

  List<Map<String, String>> waivers() {
    return waivers;
  }

  /** A division and all above it, the nearest first. */
  static List<String> above(String division) {
    String province = division.substring(0, 2);
    List<String> codes = new ArrayList<>();
    codes.add(division);
    codes.add(division.substring(0, 6));
    if (!Set.of("11", "12", "31", "50").contains(province)) {
      codes.add(division.substring(0, 4) + "00");
    }
    codes.add(province + "0000");
    return codes.stream().distinct().filter(code -> level(code) >= level(division)).toList();
  }

  static int level(String division) {
    if (division.length() == 9) {
      return 1;
    }
    return division.endsWith("0000") ? 4 : division.endsWith("00") ? 3 : 2;
  }

  private void province(String province) {
    List<String> towns = new ArrayList<>();
    for (int county = 1; county <= 2; county++) {
      for (int town = 1; town <= 2; town++) {
        towns.add(String.format(Locale.ROOT, "%s01%02d%03d", province, county, town));
      }
    }
    Set<String> offices = new TreeSet<>();
    towns.forEach(town -> offices.addAll(above(town)));
    for (String office : offices) {
      List<String> below = towns.stream().filter(town -> above(town).contains(office)).toList();
      List<String> periods = new ArrayList<>(PERIODS);
      Collections.shuffle(periods, random);
      int sheets = random.nextInt(4);
      periods.subList(0, sheets).forEach(period -> sheet(office, period, below));
      if (random.nextInt(3) > 0) {
        register(office, below);
      }
    }
  }

  private Sent send(String form, String office, String period) {
    String[] days = period.split("\\.\\.");
    String verdict = random.nextInt(5) > 0 ? "accepted" : "rejected";
    Sent one =
        new Sent(
            "s" + sent++,
            form,
            office,
            LocalDate.parse(days[0]),
            LocalDate.parse(days[1]),
            LocalDate.parse(DAYS.get(random.nextInt(DAYS.size()))),
            verdict,
            verdict.equals("rejected") && random.nextBoolean());
    lake.submission(
        one.id(),
        form,
        office,
        period,
        verdict,
        one.receivedOn() + " 09:00:00+08",
        "accumulation",
        form.equals(REGISTER) ? "snapshot" : "period");
    if (verdict.equals("rejected")) {
      lake.row(
          "finding",
          "submission_id",
          one.id(),
          "ordinal",
          "0",
          "code",
          "TOTAL_MISMATCH",
          "severity",
          "error",
          "cell",
          "B2");
    }
    if (one.isWaived()) {
      waivers.add(
          Map.of(
              "waiver_id", "w" + one.id(),
              "submission_id", one.id(),
              "code", "TOTAL_MISMATCH",
              "reason", "并街道",
              "approver", "监督一科",
              "decided_at", one.receivedOn() + "T10:00:00+08:00",
              "expires_on", "2030-12-31"));
    }
    return one;
  }

  private void sheet(String office, String period, List<String> below) {
    Sent one = send(SHEET, office, period);
    int ordinal = 0;
    for (String town : below) {
      for (String category : List.of("all", "western")) {
        if (random.nextInt(3) > 0) {
          int kind = random.nextInt(10);
          String state = kind > 1 ? "reported" : kind == 0 ? "blank" : "not_applicable";
          Optional<Long> value =
              kind > 1 ? Optional.of(1L + random.nextInt(100)) : Optional.empty();
          Line line = new Line(one, ordinal++, town, category, value, state);
          lines.add(line);
          lake.figure(
              one.id(),
              line.ordinal(),
              MEASURE,
              town,
              period,
              value.map(String::valueOf).orElse(""),
              "category",
              category,
              "state",
              state);
        }
      }
    }
  }

  private void register(String office, List<String> below) {
    Sent one = send(REGISTER, office, "2022-01-01..2022-12-31");
    List<String> divisions = new ArrayList<>(below);
    below.forEach(
        town ->
            above(town).stream().filter(it -> level(it) < level(office)).forEach(divisions::add));
    if (random.nextInt(4) == 0) {
      divisions.clear();
    }
    divisions.add(office);
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      String division = divisions.get(random.nextInt(divisions.size()));
      lines.add(new Line(one, i, division, "", Optional.empty(), ""));
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("submission_id", one.id());
      cells.put("ordinal", String.valueOf(i));
      cells.put("lead_id", String.valueOf(i));
      cells.put("received_on", "2022-03-01");
      cells.put("cell", "A" + (i + 2));
      if (!division.equals(office) || random.nextBoolean()) {
        cells.put("division_code", division);
      }
      lake.row(
          "lead",
          cells.entrySet().stream()
              .flatMap(cell -> List.of(cell.getKey(), cell.getValue()).stream())
              .toArray(String[]::new));
    }
  }
}
