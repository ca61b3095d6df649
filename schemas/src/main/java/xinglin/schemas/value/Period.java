package xinglin.schemas.value;

import java.time.LocalDate;

/** Days from start to end, both included. */
public record Period(LocalDate start, LocalDate end) {
  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "Cannot end a period before it starts: " + start + ".." + end);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }

  public boolean contains(Period other) {
    return contains(other.start) && contains(other.end);
  }
}
