package xinglin.warehouse.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One expected report, as the small list beside the published file says: for those who want to know
 * quickly who is late or missing.
 *
 * @param campaignTitle in Chinese, as the form's title and the division's name
 * @param documentKind empty for tables
 * @param receivedAt as {@code completeness} has it
 * @param published state when it was published
 * @param publishedOn day of publication
 */
public record ReportState(
    String campaignId,
    String campaignTitle,
    String formId,
    String formTitle,
    String documentKind,
    String divisionCode,
    String divisionName,
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate dueOn,
    Optional<Instant> receivedAt,
    State published,
    LocalDate publishedOn) {

  /** Name of the list in a run's folder. */
  public static final String FILE = "reports.tsv";

  private static final int COLUMNS = 13;
  private static final String RUN = "yyyyMMdd-HHmmss";
  private static final DateTimeFormatter BEGUN = DateTimeFormatter.ofPattern(RUN, Locale.ROOT);

  /** Whether it arrived, and when. */
  public enum State {
    ON_TIME,
    LATE,
    MISSING,
    RETURNED,
    NOT_DUE;

    /** As published. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it is on a day after publication, if nothing has arrived since. */
  public State on(LocalDate today) {
    return published == State.NOT_DUE && dueOn.isBefore(today) ? State.MISSING : published;
  }

  /**
   * All expected reports by campaign, form, due day and division.
   *
   * @param published folder {@code published} of a home; without a published file there are none
   */
  public static List<ReportState> list(Path published) {
    Path file = published.resolve("current").resolve(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<ReportState> reports = new ArrayList<>();
      Map<String, LocalDate> days = new HashMap<>();
      Files.readAllLines(file).stream().skip(1).forEach(line -> reports.add(read(line, days)));
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** When the run began whose list this is, in Shanghai time; its folder is named by it. */
  public static Optional<LocalDateTime> begun(Path published) {
    try {
      String run = String.valueOf(published.resolve("current").toRealPath().getFileName());
      return Optional.of(
          LocalDateTime.parse(run.substring(0, Math.min(run.length(), RUN.length())), BEGUN));
    } catch (IOException | DateTimeParseException unnamed) {
      return Optional.empty();
    }
  }

  /**
   * @param days read so far: there are few, and reading one takes long while nothing is compiled
   */
  private static ReportState read(String line, Map<String, LocalDate> days) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("Cannot read a line of " + FILE + ": " + line);
    }
    return new ReportState(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        cells[6],
        day(cells[7], days),
        day(cells[8], days),
        day(cells[9], days),
        cells[10].isEmpty()
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(Long.parseLong(cells[10]))),
        State.valueOf(cells[11].toUpperCase(Locale.ROOT)),
        day(cells[12], days));
  }

  private static LocalDate day(String text, Map<String, LocalDate> days) {
    return days.computeIfAbsent(text, LocalDate::parse);
  }
}
