package xinglin.schemas.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One labelled thing of a form: a column of a table, a row of a table, a section of rows, or an
 * entry of a label–value list.
 *
 * @param name measure id, register column name, or a technical name for what is read but not kept
 * @param use what becomes of it
 * @param labels as printed, the most specific first; matched through {@code Labels}
 * @param groups group labels that must stand above it (or, in a list and for rows, beside it),
 *     outermost first; empty if the label alone is enough
 * @param subject what it says of the figures in it
 * @param type how its cells are read
 * @param list code list of coded columns
 * @param unit unit printed in the header, where the label itself names none
 * @param required whether the column must be there
 * @param filled whether its cells must not be blank
 * @param warnBlank whether a blank cell deserves a warning although it may be blank
 * @param ifBlank code that a blank cell stands for; empty: blank stays blank
 * @param line one-based line in the definition
 */
public record Item(
    String name,
    Use use,
    List<String> labels,
    List<String> groups,
    Subject subject,
    Type type,
    Optional<String> list,
    String unit,
    boolean required,
    boolean filled,
    boolean warnBlank,
    String ifBlank,
    int line) {

  public static final String ALL = "all";

  public Item {
    labels = List.copyOf(labels);
    groups = List.copyOf(groups);
  }

  /** Whether its cells are figures. */
  public boolean isMeasure() {
    return use == Use.MEASURE || use == Use.TOTAL || use == Use.SUBTOTAL;
  }

  /** Whether its figures are compared with others and never added up. */
  public boolean isTotal() {
    return use == Use.TOTAL || use == Use.SUBTOTAL;
  }

  /** The nearest group label. */
  public Optional<String> under() {
    return groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(groups.size() - 1));
  }

  /** The unit that the definition gives, if it gives one. */
  public Optional<String> declaredUnit() {
    return Optional.of(unit).filter(word -> !word.isEmpty());
  }

  /** Practice type, {@link #ALL} without breakdown. */
  public String category() {
    return subject.category().orElse(ALL);
  }

  /** Items are keys of many small maps; name and line tell them apart well enough. */
  @Override
  public int hashCode() {
    return Objects.hash(name, line);
  }

  /** What becomes of a labelled cell. */
  public enum Use {
    /** A figure of this measure. */
    MEASURE,
    /** A total: checked, kept apart, never summed again. */
    TOTAL,
    /** A total of the section that it stands in. */
    SUBTOTAL,
    /** A heading over rows, which says something of all of them. */
    SECTION,
    /** A column of the register that the form becomes. */
    COLUMN,
    /** A part of the line's meaning, not a value: measure, unit, period of a line. */
    PART,
    /** Free text holding labelled blocks, one register line each. */
    BLOCKS,
    /** Known, read by people only, not kept. */
    IGNORED
  }

  /** How a cell is read. */
  public enum Type {
    NUMBER,
    TEXT,
    DATE,
    YES_NO,
    /** One of a list, as a word or as the ticked one of several boxes. */
    CODE,
    /** Any number of a list, as words or as ticked boxes. */
    CODES,
    DIVISION,
    INTEGER
  }
}
