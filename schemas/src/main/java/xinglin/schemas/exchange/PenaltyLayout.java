package xinglin.schemas.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.value.Labels;

/**
 * How one kind of sheet lays penalty records out, as {@code exchange/layouts/<id>.yaml} declares.
 *
 * @param id edition of the submissions made of it
 * @param unit of amounts where a header names none: 万元 or 元
 * @param notes how the first filled cell of a row begins that is no record
 * @param states what a record's state as sent stands for
 * @param names the columns by their labels
 */
public record PenaltyLayout(
    String id,
    String zh,
    String en,
    Party party,
    String unit,
    List<String> notes,
    Map<String, State> states,
    List<LayoutColumn> columns,
    ColumnNames names) {

  public PenaltyLayout {
    notes = List.copyOf(notes);
    states = Map.copyOf(states);
    columns = List.copyOf(columns);
  }

  /** Whom its rows are about where no column says so. */
  public enum Party {
    ORGANISATION,
    NATURAL_PERSON,
    /** Told by what each row has. */
    MIXED
  }

  /** What a record says about the penalty. */
  public enum State {
    STANDS,
    AMENDED,
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static PenaltyLayout read(Entry entry) {
    List<LayoutColumn> columns = new ArrayList<>();
    Map<PenaltyField, Entry> seen = new EnumMap<>(PenaltyField.class);
    for (Entry item : entry.list("columns")) {
      LayoutColumn.read(item)
          .ifPresent(
              column -> {
                columns.add(column);
                if (seen.put(column.field(), item) != null) {
                  item.problem(
                      "field", Mistake.of("field {0} stands twice", column.field().column()));
                }
              });
    }
    for (PenaltyField field : List.of(PenaltyField.DOCUMENT_NUMBER, PenaltyField.DECISION_DATE)) {
      if (!seen.containsKey(field)) {
        entry.problem("columns", Mistake.of("field {0} is missing", field.column()));
      }
    }
    Map<String, State> states = new LinkedHashMap<>();
    entry
        .find("states")
        .ifPresent(
            map ->
                map.keys()
                    .forEach(key -> states.put(key, map.choice(key, State.class, State.STANDS))));
    String unit = entry.text("unit", "万元");
    if (!List.of("元", "万元").contains(unit)) {
      entry.problem("unit", Mistake.of("amounts are in 元 or 万元, not in {0}", unit));
    }
    entry.text("source");
    PenaltyLayout layout =
        new PenaltyLayout(
            entry.text("layout"),
            entry.text("zh"),
            entry.text("en"),
            entry.choice("party", Party.class, Party.MIXED),
            unit,
            entry.texts("notes"),
            states,
            columns,
            new ColumnNames(columns));
    entry.done();
    return layout;
  }

  /**
   * Where its columns stand under these headers; empty if one that is needed is missing.
   *
   * @param names of the headers, in their order
   */
  Optional<FoundLayout> find(List<String> headers, List<Optional<HeaderName>> names) {
    Map<PenaltyField, Integer> places = new EnumMap<>(PenaltyField.class);
    Map<PenaltyField, String> labels = new EnumMap<>(PenaltyField.class);
    List<Integer> unknown = new ArrayList<>();
    Optional<String> headerUnit = Optional.empty();
    for (int at = 0; at < headers.size(); at++) {
      String header = headers.get(at);
      Optional<LayoutColumn> column =
          names.get(at).flatMap(name -> this.names.find(name, places.keySet()));
      if (column.isPresent()) {
        places.put(column.get().field(), at);
        labels.put(column.get().field(), header.strip());
        if (column.get().field() == PenaltyField.FINE) {
          headerUnit = Labels.unit(header).filter(List.of("元", "万元")::contains);
        }
      } else if (!header.isBlank()) {
        unknown.add(at);
      }
    }
    boolean enough =
        columns.stream()
            .filter(column -> column.blank() == LayoutColumn.Blank.REFUSES)
            .allMatch(column -> places.containsKey(column.field()));
    return enough
        ? Optional.of(
            new FoundLayout(this, places, labels, unknown, headers, headerUnit.orElse(unit)))
        : Optional.empty();
  }
}
