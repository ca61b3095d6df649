package xinglin.jobs.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.Slot;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.PeriodRule;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Compares what was read with what was filled in; differences as lines of text. */
final class ReadBack {
  private final Definitions definitions;
  private final FormDefinition definition;
  private final BlankForm form;
  private final List<String> differences = new ArrayList<>();

  ReadBack(Forms forms, BlankForm form) {
    this.definitions = forms.definitions();
    this.definition = forms.form();
    this.form = form;
  }

  List<String> compare(Map<Place, Filled> filled, FileReading file, boolean workbook) {
    if (file.forms().size() != 1) {
      return List.of("forms read: " + file.forms().size() + " " + file.findings());
    }
    FormReading read = file.forms().get(0);
    same("form", form.mark().formId(), read.formId());
    same("edition", form.mark().edition(), read.edition());
    reporter(filled, read);
    period(read, filled);
    if (form.isLetter()) {
      letter(filled, read);
    } else {
      figures(filled, read, workbook);
      lines(filled, read);
    }
    signature(filled, read);
    return differences;
  }

  private void same(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add(what + ": filled " + expected + ", read " + actual);
    }
  }

  private void reporter(Map<Place, Filled> filled, FormReading read) {
    filled.forEach(
        (place, value) -> {
          boolean names =
              place.slot().name().equals(Slot.REPORTER)
                  || (form.isLetter() && place.slot().name().equals("division_code"));
          if (names) {
            same("reporter", value.text(), read.reporter().map(known -> known.name()).orElse("-"));
          }
        });
  }

  private void period(FormReading read, Map<Place, Filled> filled) {
    PeriodRule rule = definition.period();
    Optional<Period> expected = Optional.empty();
    if (rule.kind() == PeriodRule.Kind.FIXED) {
      expected = rule.fixed();
    } else if (rule.kind() == PeriodRule.Kind.CAMPAIGN && definition.campaigns().size() == 1) {
      expected =
          Optional.of(definitions.campaigns().get(definition.campaigns().get(0)).formsCover());
    }
    expected.ifPresent(
        period -> same("period", period, read.period().map(Object.class::cast).orElse("-")));
    boolean undated =
        rule.kind() == PeriodRule.Kind.LINES
            && filled.entrySet().stream()
                .filter(one -> one.getKey().slot().name().equals(rule.from()))
                .noneMatch(one -> one.getValue().state() == State.REPORTED);
    if (read.period().isEmpty() && !undated) {
      differences.add("no period read");
    }
  }

  private void figures(Map<Place, Filled> filled, FormReading read, boolean workbook) {
    Map<String, Figure> byCell = new HashMap<>();
    read.figures().forEach(figure -> byCell.put(figure.sheet() + "!" + figure.cell(), figure));
    int expected = 0;
    for (Map.Entry<Place, Filled> entry : filled.entrySet()) {
      Place place = entry.getKey();
      if (!place.isCell() || place.slot().subject().measure().isEmpty()) {
        continue;
      }
      expected++;
      String sheet = workbook ? form.sheets().get(place.sheet()).name() : "表" + (place.sheet() + 1);
      String cell = sheet + "!" + place.address(form, workbook);
      Figure figure = byCell.get(cell);
      if (figure == null) {
        differences.add(cell + " " + place.slot().label() + ": not read");
        continue;
      }
      Slot slot = place.slot();
      same(cell + " measure", slot.subject().measure().orElseThrow(), figure.measureId());
      same(cell + " category", slot.subject().category().orElse(Item.ALL), figure.category());
      slot.subject()
          .division()
          .ifPresent(code -> same(cell + " division", code, figure.divisionCode().orElse("-")));
      value(cell, slot, entry.getValue(), figure.value());
    }
    same("number of figures", expected, read.figures().size());
  }

  private void value(String cell, Slot slot, Filled filled, Value value) {
    boolean text = slot.kind() == Slot.Kind.TEXT;
    same(cell + " state", filled.state(), value.state());
    if (text) {
      same(cell, filled.text().strip(), value.text().orElse(""));
    } else {
      same(
          cell,
          filled.value().map(ReadBack::plain).orElse("-"),
          value.number().map(ReadBack::plain).orElse("-"));
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void lines(Map<Place, Filled> filled, FormReading read) {
    Map<Integer, Map<String, Map.Entry<Place, Filled>>> expected = new TreeMap<>();
    int blocks = 0;
    for (Map.Entry<Place, Filled> entry : filled.entrySet()) {
      Place place = entry.getKey();
      if (place.isCell() && place.slot().preset().contains("：")) {
        blocks += blocks(entry.getValue(), read);
      } else if (place.isCell() && isRegister(place) && !entry.getValue().isNothing()) {
        String row = place.slot().row();
        int line = row.startsWith("#") ? Integer.parseInt(row.substring(1)) : 1;
        int number = place.sheet() * 1000 + line;
        expected.computeIfAbsent(number, any -> new HashMap<>()).put(place.slot().name(), entry);
      }
    }
    same("number of lines", expected.size() + blocks, read.lines().size());
    if (blocks > 0 || expected.size() != read.lines().size()) {
      return;
    }
    int at = 0;
    for (Map<String, Map.Entry<Place, Filled>> line : expected.values()) {
      RegisterLine actual = read.lines().get(at++);
      line.forEach(
          (name, entry) ->
              column(
                  "line " + (actual.ordinal() + 1) + " " + name,
                  entry.getValue(),
                  Optional.ofNullable(actual.values().get(name))));
      actual
          .values()
          .forEach(
              (name, value) -> {
                boolean made =
                    name.equals("division_name")
                        || definition.derived().stream()
                            .anyMatch(derived -> derived.column().equals(name))
                        || item(name).filter(item -> !item.ifBlank().isEmpty()).isPresent();
                if (!made && !line.containsKey(name)) {
                  same(name + " of line " + actual.ordinal(), State.BLANK, value.state());
                }
              });
    }
  }

  /** A card has its one line in a list. */
  private boolean isRegister(Place place) {
    boolean card =
        definition.tables().get(place.sheet()).isList() && definition.table().isPresent();
    return card || form.sheets().get(place.sheet()).table().grows();
  }

  private int blocks(Filled filled, FormReading read) {
    if (filled.state() == State.BLANK) {
      return 0;
    }
    String[] parts = filled.text().split("\n");
    if (read.lines().isEmpty()) {
      differences.add("no blocks read");
      return 0;
    }
    int labels = definition.tables().get(0).blocks().size() - 1;
    for (int part = 0; part < parts.length; part++) {
      RegisterLine line = read.lines().get(part / labels);
      String column = definition.tables().get(0).blocks().get(part % labels).column();
      String sent = parts[part].substring(parts[part].indexOf('：') + 1).strip();
      same("block " + column, sent, line.values().get(column).text().orElse("-"));
    }
    return parts.length / labels;
  }

  private Optional<Item> item(String name) {
    return definition.tables().stream()
        .flatMap(table -> table.columns().stream())
        .filter(item -> item.name().equals(name))
        .findFirst();
  }

  private void column(String what, Filled filled, Optional<Value> read) {
    if (read.isEmpty()) {
      differences.add(what + ": not read");
      return;
    }
    Value value = read.get();
    String name = what.substring(what.lastIndexOf(' ') + 1);
    if (filled.date().isPresent()) {
      same(what, filled.date().get(), value.date().map(Object.class::cast).orElse("-"));
    } else if (filled.value().isPresent()) {
      same(what, plain(filled.value().get()), value.number().map(ReadBack::plain).orElse("-"));
    } else if (item(name).filter(item -> item.type() == Item.Type.DIVISION).isPresent()) {
      String code = value.text().orElse("-");
      same(
          what,
          filled.text(),
          definitions.divisions().find(code).map(known -> known.name()).orElse(code));
    } else if (item(name).filter(item -> item.type() == Item.Type.YES_NO).isPresent()) {
      same(what, Boolean.toString(filled.text().equals("是")), value.text().orElse("-"));
    } else if (item(name).filter(item -> item.type() == Item.Type.CODES).isPresent()) {
      String list = item(name).flatMap(Item::list).orElseThrow();
      same(what, definitions.codeLists().get(list).items().get(0).code(), value.text().orElse("-"));
    } else if (item(name).flatMap(Item::list).isPresent()) {
      String list = item(name).flatMap(Item::list).orElseThrow();
      String code =
          definitions.codeLists().get(list).find(filled.text()).map(one -> one.code()).orElse("?");
      same(what, code, value.text().orElse("-"));
    } else if (filled.state() == State.REPORTED) {
      same(what, filled.text().strip(), value.text().orElse("-"));
    } else {
      same(what, filled.state(), value.state());
    }
  }

  private void letter(Map<Place, Filled> filled, FormReading read) {
    filled.forEach(
        (place, value) -> {
          Slot slot = place.slot();
          if (slot.subject().measure().isPresent()) {
            List<Figure> figures =
                read.figures().stream()
                    .filter(figure -> figure.measureId().equals(slot.name()))
                    .toList();
            same(slot.name() + " figures", 1, figures.size());
            figures.forEach(figure -> value(slot.name(), slot, value, figure.value()));
          } else if (definition.letter().stream()
              .flatMap(sentence -> sentence.items().stream())
              .anyMatch(item -> item.name().equals(slot.name()) && !item.isMeasure())) {
            Optional<Value> sent =
                read.lines().stream()
                    .findFirst()
                    .map(line -> line.values())
                    .map(values -> values.get(slot.name()));
            if (!slot.name().equals("division_code")) {
              column("letter " + slot.name(), value, sent);
            }
          }
        });
  }

  private void signature(Map<Place, Filled> filled, FormReading read) {
    filled.forEach(
        (place, value) -> {
          String label = place.slot().name();
          if (!place.isCell() && definition.signature().contains(label) && !value.isNothing()) {
            same("signature " + label, value.text(), read.signature().getOrDefault(label, "-"));
          }
        });
  }
}
