package xinglin.jobs.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Value;

/**
 * One thing that a form says, with its place.
 *
 * @param about measure, category, division, period; or register and column
 * @param value what was understood; spelling does not matter
 * @param place {@code sheet!A1}
 */
record Fact(String about, String value, String place) {

  static List<Fact> of(FormReading form) {
    List<Fact> facts = new ArrayList<>();
    for (Figure figure : form.figures()) {
      facts.add(
          new Fact(
              String.join(
                  "/",
                  figure.measureId(),
                  figure.category(),
                  figure.role().code(),
                  figure.divisionCode().orElse("-"),
                  figure.period().map(Object::toString).orElse("-")),
              told(figure.value()),
              figure.sheet() + "!" + figure.cell()));
    }
    for (RegisterLine line : form.lines()) {
      for (Map.Entry<String, Value> value : line.values().entrySet()) {
        if (line.cells().containsKey(value.getKey())) {
          facts.add(
              new Fact(
                  line.table() + "/" + value.getKey(),
                  told(value.getValue()),
                  line.sheet() + "!" + line.cells().get(value.getKey())));
        }
      }
    }
    return facts;
  }

  Fact at(String newPlace) {
    return new Fact(about, value, newPlace);
  }

  boolean isBlank() {
    return value.startsWith("blank");
  }

  private static String told(Value value) {
    return value.state().code()
        + value.bound().map(bound -> " " + bound.code()).orElse("")
        + value.number().map(number -> " " + number.stripTrailingZeros().toPlainString()).orElse("")
        + value.date().map(date -> " " + date).orElse("")
        + value
            .text()
            .map(text -> " " + Labels.fold(text).replaceAll("[\\s\\p{Z}]+", ""))
            .orElse("");
  }
}
