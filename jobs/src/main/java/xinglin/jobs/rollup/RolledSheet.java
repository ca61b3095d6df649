package xinglin.jobs.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xinglin.schemas.blank.Area;
import xinglin.schemas.blank.BlankTable;
import xinglin.schemas.blank.Field;
import xinglin.schemas.blank.Slot;

/**
 * Writes sums into one table of a form. Totals are computed from the cells that they add up, as the
 * form's own check does when it is read.
 */
final class RolledSheet {
  /** Words of several reports stand on a page of their own. */
  private static final String SEE_BEHIND = "见后页";

  private final BlankTable table;
  private final Function<Slot, Optional<Sum>> sums;
  private final Map<Area, BigDecimal> numbers = new HashMap<>();
  private final Map<Area, String> bounds = new HashMap<>();
  private final Set<Area> doubts = new HashSet<>();

  RolledSheet(BlankTable table, Function<Slot, Optional<Sum>> sums) {
    this.table = table;
    this.sums = sums;
  }

  BlankTable filled() {
    Map<Area, Field> parts = new HashMap<>();
    for (Field field : table.fields()) {
      if (!field.isSum()) {
        parts.put(field.area(), part(field));
      }
    }
    List<Field> fields = new ArrayList<>();
    for (Field field : table.fields()) {
      Field part = parts.get(field.area());
      fields.add(part == null ? total(field) : part);
    }
    return table.with(fields);
  }

  private Field part(Field field) {
    Slot slot = field.slot();
    Optional<Sum> found = sums.apply(slot);
    if (found.isEmpty()) {
      return field;
    }
    Sum sum = found.get();
    if (sum.isDoubtful()) {
      doubts.add(field.area());
    }
    return switch (slot.kind()) {
      case COUNT, MONEY -> figure(field, sum);
      case TEXT, LONG_TEXT ->
          field.filled(sum.texts() > 1 ? SEE_BEHIND : sum.text(), sum.isDoubtful());
      // A share is no sum.
      case PERCENT -> field.filled("", true);
      case DATE, CHOICE -> field;
    };
  }

  private Field figure(Field field, Sum sum) {
    if (sum.isNotApplicable()) {
      return field.filled("/", false);
    }
    if (sum.known() == 0 || sum.value().isEmpty()) {
      return field.filled("", sum.isDoubtful());
    }
    BigDecimal number = Amounts.inUnit(sum.value().get(), field.slot().unit());
    numbers.put(field.area(), number);
    bounds.put(field.area(), sum.bound());
    return field.filled(Amounts.worded(number, sum.bound()), sum.isDoubtful());
  }

  private Field total(Field field) {
    List<Area> known = field.sumOf().stream().filter(numbers::containsKey).toList();
    boolean doubtful = field.sumOf().stream().anyMatch(doubts::contains);
    if (known.isEmpty()) {
      return field.filled("", doubtful);
    }
    BigDecimal total =
        known.stream()
            .map(area -> numbers.getOrDefault(area, BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> said =
        known.stream()
            .map(area -> bounds.getOrDefault(area, ""))
            .filter(bound -> !bound.isEmpty())
            .distinct()
            .toList();
    String bound = said.isEmpty() ? "" : said.size() == 1 ? said.get(0) : "about";
    return field.filled(Amounts.worded(total, bound), doubtful);
  }
}
