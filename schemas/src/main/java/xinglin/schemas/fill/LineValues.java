package xinglin.schemas.fill;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Makes lines of the register that a form becomes, whatever the form looks like. */
final class LineValues {
  private final FormDefinition form;
  private final TableDefinition register;
  private final CellValues cells;
  private final Content content;
  private final Set<String> restricted;
  private final LineKey keys;

  LineValues(FormDefinition form, Vocabulary vocabulary, CellValues cells, Content content) {
    this.form = form;
    this.register = vocabulary.tables().get(form.table().orElseThrow());
    this.cells = cells;
    this.content = content;
    this.restricted = register.restricted().stream().map(Column::name).collect(Collectors.toSet());
    this.keys = new LineKey(restricted, vocabulary.pseudonym());
  }

  Line line() {
    return new Line(new HashMap<>(), new HashMap<>());
  }

  /** One line while it is read. */
  final class Line {
    private final Map<String, Value> values;
    private final Map<String, String> addresses;

    private Line(Map<String, Value> values, Map<String, String> addresses) {
      this.values = values;
      this.addresses = addresses;
    }

    boolean has(String column) {
      return values.containsKey(column);
    }

    void add(Item item, Place place, Optional<String> headerUnit) {
      Value value = cells.column(item, place, headerUnit, restricted.contains(item.name()));
      values.put(item.name(), value);
      addresses.put(item.name(), place.address());
      if (item.type() == Item.Type.DIVISION) {
        values.put("division_name", Value.ofText(place.sent(), place.sent().strip()));
        addresses.put("division_name", place.address());
      }
      if (item.warnBlank() && value.state() == State.BLANK) {
        content.blank(place);
      }
    }

    /** Half a key would make one thing of many. */
    private boolean isFilled(String column) {
      return values.containsKey(column) && values.get(column).state() != State.BLANK;
    }

    /**
     * @param cell the line's first cell
     */
    void close(String sheet, String cell) {
      for (FormDefinition.DerivedColumn derived : form.derived()) {
        if (derived.from().stream().allMatch(this::isFilled)) {
          String key = keys.of(derived.from(), values);
          values.put(derived.column(), Value.ofText(key, key));
        }
      }
      content.line(register.name(), keys.of(form.key(), values), sheet, cell, values, addresses);
    }
  }
}
