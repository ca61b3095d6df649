package xinglin.schemas.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.value.Period;

/**
 * What the checks over several cells look at: one form as read, and what is known around it.
 *
 * @param title of the form
 * @param labels the sender's label by measure or register column; the name itself where it is
 *     missing
 * @param window days that the campaign covers; empty where none is declared or the form is a
 *     snapshot
 * @param receivedOn day of receipt; empty before a file is sent
 * @param dueOn last day of the term; empty if there is none
 */
public record CheckInput(
    String formId,
    Wording title,
    String sheet,
    Optional<Reporter> reporter,
    Optional<Period> period,
    Map<String, String> labels,
    List<Figure> figures,
    List<RegisterLine> lines,
    Optional<Period> window,
    Optional<LocalDate> receivedOn,
    Optional<LocalDate> dueOn) {

  public CheckInput {
    labels = Map.copyOf(labels);
    figures = List.copyOf(figures);
    lines = List.copyOf(lines);
  }

  /** The form alone, without campaign and day of receipt. */
  public static CheckInput of(FormReading form, Wording title, Map<String, String> labels) {
    return new CheckInput(
        form.formId(),
        title,
        form.sheet(),
        form.reporter(),
        form.period(),
        labels,
        form.figures(),
        form.lines(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public CheckInput within(Optional<Period> campaign) {
    return new CheckInput(
        formId,
        title,
        sheet,
        reporter,
        period,
        labels,
        figures,
        lines,
        campaign,
        receivedOn,
        dueOn);
  }

  public CheckInput received(Optional<LocalDate> day, Optional<LocalDate> due) {
    return new CheckInput(
        formId, title, sheet, reporter, period, labels, figures, lines, window, day, due);
  }

  String label(String name) {
    return labels.getOrDefault(name, name);
  }

  /**
   * Every figure of a measure that can be checked, and every value of a register column, in reading
   * order.
   */
  List<Datum> data(String name) {
    List<Datum> data = new ArrayList<>();
    figures.stream()
        .filter(figure -> figure.measureId().equals(name))
        .flatMap(figure -> Datum.of(figure).stream())
        .forEach(data::add);
    for (RegisterLine line : lines) {
      Optional.ofNullable(line.values().get(name))
          .map(value -> Datum.of(line, name, value))
          .ifPresent(data::add);
    }
    return data;
  }

  Rows rows() {
    return new Rows(this);
  }

  /**
   * Looks along the rows of a form. A register may hold hundreds of thousands: each column is
   * sorted into its rows once.
   */
  static final class Rows {
    private final CheckInput input;
    private final Map<String, Map<Datum.Group, List<Datum>>> columns = new HashMap<>();

    private Rows(CheckInput input) {
      this.input = input;
    }

    /** The value of another measure or column in the same row. */
    Optional<Datum> beside(Datum datum, String name) {
      List<Datum> row =
          columns
              .computeIfAbsent(
                  name,
                  column ->
                      input.data(column).stream().collect(Collectors.groupingBy(Datum::group)))
              .getOrDefault(datum.group(), List.of());
      return row.stream()
          .filter(other -> other.total() == datum.total())
          .findFirst()
          .or(() -> row.stream().findFirst());
    }
  }
}
