package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thirty cities report the same work, each split over its counties and months in another way, with
 * earlier versions that were wrong, refused ones, duplicates and towns that repeat their county
 * shuffled in: the totals of all cities are the same, and so are those of the same rows in another
 * order.
 */
class AnySplitTest {
  private static final int CITIES = 30;
  private static final int INSPECTIONS = 9876;
  private static final int LEADS = 40;
  private static final int SUBSTANTIATED = 13;
  private static final String SUMMARY = "jiangsu-campaign-summary";
  private static final String REGISTER = "lead-register";
  @TempDir static Path home;
  private static Path file;
  private static Path shuffled;

  @BeforeAll
  static void publish() throws Exception {
    file = publish("one", 1);
    shuffled = publish("other", 2);
  }

  private static Path publish(String name, long order) throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    List<Runnable> rows = new ArrayList<>();
    for (int city = 1; city <= CITIES; city++) {
      String prefix = String.format(Locale.ROOT, "32%02d", city);
      Random random = new Random(city);
      rows.addAll(new Summaries(lake, prefix, random).split());
      rows.addAll(new Registers(lake, prefix, random).split());
    }
    Collections.shuffle(rows, new Random(order));
    rows.forEach(Runnable::run);
    return PublishedFixture.publisher(Optional.empty())
        .publish(
            home.resolve(name),
            PublishedFixture.request(
                "r1", "2025-01-06", lake.write(home.resolve("lake-" + name), false)))
        .file();
  }

  @Test
  void totalsAreThoseOfTheWorkHoweverItIsSplit() throws SQLException {
    assertEquals(
        List.of(
            "inspections|" + INSPECTIONS + "|null|" + INSPECTIONS + "|" + CITIES,
            "lead_count|40|null|40|" + CITIES,
            "lead_substantiation_rate|13|40|32.5|" + CITIES),
        PublishedFixture.rows(
            file,
            "select indicator_id, plain_number(numerator), plain_number(denominator),"
                + " plain_number(value), count(*) from indicator where division_code like '32__00'"
                + " and division_code <> '320000' and window_start = '2024-01-01' and indicator_id in"
                + " ('inspections', 'lead_count', 'lead_substantiation_rate') group by all order by"
                + " all"));
  }

  @Test
  void theProvinceIsTheSumOfItsCities() throws SQLException {
    assertEquals(
        List.of(
            "inspections|" + CITIES * INSPECTIONS,
            "lead_count|" + CITIES * LEADS,
            "lead_substantiation_rate|" + CITIES * SUBSTANTIATED),
        PublishedFixture.rows(
            file,
            "select indicator_id, plain_number(numerator) from indicator where division_code ="
                + " '320000' and window_start = '2024-01-01' and indicator_id in ('inspections',"
                + " 'lead_count', 'lead_substantiation_rate') order by 1"));
  }

  @Test
  void theOrderOfRowsChangesNothing() throws SQLException {
    String all = "select * from indicator order by all";
    assertEquals(PublishedFixture.rows(file, all), PublishedFixture.rows(shuffled, all));
  }

  /** How many times each way of disturbing was used, so that the totals above prove something. */
  @Test
  void everyDisturbanceIsThere() throws SQLException {
    List<String> counts =
        PublishedFixture.rows(
            file,
            "select verdict, count(*) >= 30 from history.submission group by all order by all");
    assertEquals(List.of("accepted|true", "duplicate|true", "rejected|true"), counts);
  }

  /** What is sent besides what counts. */
  private abstract static class Sent {
    final LakeFixture lake;
    final String city;
    final Random random;
    final List<Runnable> rows = new ArrayList<>();
    private int number;

    Sent(LakeFixture lake, String city, Random random) {
      this.lake = lake;
      this.city = city;
      this.random = random;
    }

    String county(int number) {
      return String.format(Locale.ROOT, "%s%02d", city, number + 1);
    }

    String nextId(String kind) {
      number++;
      return kind + city + "-" + number;
    }

    /** The later, the more minutes. */
    static String at(int minutes) {
      return "2024-12-01 "
          + String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60)
          + ":00+08";
    }

    /** Random parts of a total, some of them 0. */
    int[] parts(int total, int count) {
      int[] parts = new int[count];
      int left = total;
      for (int part = 0; part < count - 1; part++) {
        parts[part] = random.nextInt(left + 1);
        left -= parts[part];
      }
      parts[count - 1] = left;
      return parts;
    }

    /** Before the one that counts: another content. After it: refused, or the same again. */
    void disturbed(String form, String reporter, String period, Content content) {
      int minutes = random.nextInt(60);
      if (random.nextBoolean()) {
        send(form, reporter, period, "accepted", minutes, "", content.wrong());
      }
      String counts = send(form, reporter, period, "accepted", minutes + 60, "", content.right());
      if (random.nextBoolean()) {
        send(form, reporter, period, "rejected", minutes + 120, "", content.wrong());
      }
      if (random.nextBoolean()) {
        send(form, reporter, period, "duplicate", minutes + 180, counts, id -> {});
      }
    }

    private String send(
        String form,
        String reporter,
        String period,
        String verdict,
        int minutes,
        String same,
        java.util.function.Consumer<String> content) {
      String id = nextId(form.substring(0, 1));
      rows.add(
          () ->
              lake.submission(
                  id,
                  form,
                  reporter,
                  period,
                  verdict,
                  at(minutes),
                  "same_as",
                  same,
                  "accumulation",
                  form.equals(REGISTER) ? "snapshot" : "period"));
      content.accept(id);
      return id;
    }
  }

  /** Rows of one report, as they are and as they are not. */
  private record Content(
      java.util.function.Consumer<String> right, java.util.function.Consumer<String> wrong) {}

  /** Inspections over counties and months. */
  private static final class Summaries extends Sent {
    Summaries(LakeFixture lake, String city, Random random) {
      super(lake, city, random);
    }

    List<Runnable> split() {
      int counties = 1 + random.nextInt(6);
      int months = 1 + random.nextInt(4);
      int[] parts = parts(INSPECTIONS, counties * months);
      for (int part = 0; part < parts.length; part++) {
        int value = parts[part];
        YearMonth month = YearMonth.of(2024, 4 + part % months);
        String reporter = county(part / months);
        String period = month.atDay(1) + ".." + month.atEndOfMonth();
        disturbed(
            SUMMARY,
            reporter,
            period,
            new Content(
                id -> figures(id, reporter, period, value),
                id -> figures(id, reporter, period, value + 1 + random.nextInt(99))));
      }
      return rows;
    }

    private void figures(String id, String reporter, String period, int value) {
      int[] categories = parts(value, 1 + random.nextInt(3));
      for (int at = 0; at < categories.length; at++) {
        int ordinal = at;
        int part = categories[at];
        rows.add(
            () ->
                lake.figure(
                    id,
                    ordinal,
                    "inspections",
                    reporter,
                    period,
                    String.valueOf(part),
                    "category",
                    List.of("western", "chinese", "dental").get(ordinal)));
      }
    }
  }

  /** Leads over registers of counties, or of towns where the county sends none. */
  private static final class Registers extends Sent {
    Registers(LakeFixture lake, String city, Random random) {
      super(lake, city, random);
    }

    List<Runnable> split() {
      int registers = 1 + random.nextInt(6);
      Map<Integer, List<Integer>> leads = new TreeMap<>();
      IntStream.range(0, LEADS)
          .forEach(
              lead ->
                  leads
                      .computeIfAbsent(random.nextInt(registers), key -> new ArrayList<>())
                      .add(lead));
      leads.forEach(
          (register, mine) -> {
            boolean ofTown = random.nextBoolean();
            String reporter = county(register) + (ofTown ? "001" : "");
            send(reporter, mine);
            if (!ofTown && random.nextBoolean()) {
              send(county(register) + "002", mine);
            }
          });
      return rows;
    }

    private void send(String reporter, List<Integer> mine) {
      disturbed(
          REGISTER,
          reporter,
          "2024-01-01..2024-11-30",
          new Content(
              id -> mine.forEach(lead -> line(id, lead, lead < SUBSTANTIATED)),
              id -> mine.stream().skip(1).forEach(lead -> line(id, lead, false))));
    }

    private void line(String id, int lead, boolean isTrue) {
      rows.add(
          () ->
              lake.row(
                  "lead",
                  "submission_id",
                  id,
                  "ordinal",
                  String.valueOf(lead),
                  "lead_id",
                  String.valueOf(lead),
                  "received_on",
                  LocalDate.of(2024, 1, 1).plusDays(lead * 7L).toString(),
                  "result",
                  isTrue ? "substantiated" : "open",
                  "cell",
                  "A" + (lead + 2)));
    }
  }
}
