package xinglin.schemas.fill.cell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.notation.NumberReader;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Value;

/**
 * The unit of an amount whose heading prints none: the one that stands above the table, else that
 * of the form as issued, which is said. A unit taken for granted would be wrong by ten thousand.
 */
public final class MoneyUnit {
  private static final Pattern ABOVE =
      Pattern.compile("单位[:：]?(?:[^:：]{0,12}[、,，/])?(?:人民币)?(?<unit>[十百千万亿]{0,2}元)(?:[)）,，;；、]|$)");

  private final FormDefinition form;
  private final Optional<String> above;
  private final Issues issues;
  private final Set<String> said = new HashSet<>();

  public MoneyUnit(FormDefinition form, List<AroundText> texts, Issues issues) {
    this.form = form;
    this.above = texts.stream().flatMap(text -> above(text).stream()).findFirst();
    this.issues = issues;
  }

  private static Optional<String> above(AroundText text) {
    Matcher matcher = ABOVE.matcher(Labels.fold(text.text()).replaceAll("\\s+", ""));
    return matcher.find() ? Optional.of(matcher.group("unit")) : Optional.empty();
  }

  /** The unit to read this cell with. */
  public Optional<String> of(Measure measure, Place place, Optional<String> printed) {
    if (!measure.unit().isMoney() || printed.isPresent()) {
      return printed;
    }
    if (above.isPresent()) {
      return above;
    }
    Optional<String> issued = issued(measure);
    issued
        .filter(unit -> needsUnit(measure, place) && said.add(measure.id()))
        .ifPresent(
            unit ->
                issues.add(
                    CellValues.issue("UNIT_NOT_STATED", place, measure.id()).with("unit", unit)));
    return issued;
  }

  /** An amount other than zero that names no unit itself. */
  private static boolean needsUnit(Measure measure, Place place) {
    Value value = NumberReader.read(place.content(), measure.unit(), Optional.empty()).value();
    return value.number().filter(number -> number.signum() != 0).isPresent()
        && value.unitAsSent().isEmpty();
  }

  /** As printed on the form that was issued. */
  private Optional<String> issued(Measure measure) {
    for (TableLayout layout : form.tables()) {
      for (var item : layout.columns()) {
        if (item.subject().measure().filter(measure.id()::equals).isPresent()) {
          return item.labels().stream()
              .flatMap(label -> Labels.unit(label).stream())
              .filter(unit -> unit.endsWith("元"))
              .findFirst();
        }
      }
    }
    return Optional.empty();
  }
}
