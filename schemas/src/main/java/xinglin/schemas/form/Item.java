package xinglin.schemas.form;

import java.util.List;
import java.util.Optional;

/**
 * One labelled thing of a form: a column of a table, a row of a table, or an entry of a label–value
 * list.
 *
 * @param name measure id, register column name, or a technical name for what is read but not kept
 * @param use what becomes of it
 * @param labels as printed, the most specific first; matched through {@code Labels}
 * @param under group label that must stand above (or, in a list, beside) it; empty if the label
 *     alone is enough
 * @param type how its cells are read
 * @param list code list of coded columns
 * @param category practice type, for rows and list entries that carry one
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
    Optional<String> under,
    Type type,
    Optional<String> list,
    String category,
    String unit,
    boolean required,
    boolean filled,
    boolean warnBlank,
    String ifBlank,
    int line) {

  public static final String ALL = "all";

  public Item {
    labels = List.copyOf(labels);
  }

  public boolean isMeasure() {
    return use == Use.MEASURE || use == Use.TOTAL;
  }

  /** What becomes of a labelled cell. */
  public enum Use {
    /** A figure of this measure. */
    MEASURE,
    /** A total: checked, kept apart, never summed again. */
    TOTAL,
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
    CODE,
    DIVISION,
    INTEGER
  }
}
