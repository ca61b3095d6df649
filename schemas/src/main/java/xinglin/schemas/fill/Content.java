package xinglin.schemas.fill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** What was read from a form so far. Not thread safe; lives as long as one reading. */
final class Content {
  private final List<Figure> figures = new ArrayList<>();
  private final List<RegisterLine> lines = new ArrayList<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final List<Place> blanks = new ArrayList<>();
  private final List<LocalDate> days = new ArrayList<>();

  void figure(
      String measureId,
      Figure.Role role,
      String category,
      Optional<String> division,
      Optional<Period> period,
      Value value,
      String unit,
      Place place) {
    figures.add(
        new Figure(
            measureId,
            role,
            category,
            division,
            period,
            value,
            unit,
            place.sheet(),
            place.address(),
            figures.size()));
    labels.putIfAbsent(measureId, place.label());
    if (value.state() == State.BLANK) {
      blanks.add(place);
    }
  }

  void line(
      String table,
      String key,
      String sheet,
      String cell,
      Map<String, Value> values,
      Map<String, String> cells) {
    lines.add(new RegisterLine(table, key, lines.size(), sheet, cell, values, cells));
  }

  /** A cell that may be blank, but should be looked at. */
  void blank(Place place) {
    blanks.add(place);
  }

  /** A day that a row of figures names; tells the phase, is not kept. */
  void day(LocalDate day) {
    days.add(day);
  }

  List<LocalDate> days() {
    return days;
  }

  void label(String name, String label) {
    labels.putIfAbsent(name, label);
  }

  List<Figure> figures() {
    return figures;
  }

  List<RegisterLine> lines() {
    return lines;
  }

  /** The sender's label of each measure and column. */
  Map<String, String> labels() {
    return labels;
  }

  List<Place> blanks() {
    return blanks;
  }
}
