package xinglin.warehouse.sql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Folder of {@code warehouse/sql} that a model lies in; says what becomes of it. Later layers use
 * earlier ones, the order of single models follows from their references.
 */
public enum Layer {
  /** Rows of the stored tables that count; views, never published. */
  STAGING,
  /** What replaces what, and when; tables, never published. */
  CORE,
  /** All revisions with the time they were current: published as schema {@code history}. */
  HISTORY,
  /** What is current: published as main schema. */
  MARTS,
  /** Macros published in the main schema. */
  MACROS,
  /**
   * One table macro for each thing that assessments ask: published as schema {@code assessments}.
   */
  ASSESSMENTS,
  /** One table macro for each indicator: published as schema {@code indicators}. */
  INDICATORS;

  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isMacro() {
    return this == MACROS || this == ASSESSMENTS || this == INDICATORS;
  }

  /** How other models write a name of this layer; published tables and macros need no schema. */
  public String qualified(String name) {
    return this == MARTS || this == MACROS ? name : folder() + "." + name;
  }

  static Optional<Layer> find(String folder) {
    return Arrays.stream(values()).filter(layer -> layer.folder().equals(folder)).findFirst();
  }
}
