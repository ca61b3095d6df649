package xinglin.warehouse.impact;

import java.util.Locale;

/** The definitions as they are, and with the change. */
public enum World {
  BEFORE,
  AFTER;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
