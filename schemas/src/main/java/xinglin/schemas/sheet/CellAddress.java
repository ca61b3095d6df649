package xinglin.schemas.sheet;

/** Place in a grid, zero-based; {@link #a1()} is how a sender sees it. */
public record CellAddress(int row, int column) implements Comparable<CellAddress> {

  /** For example {@code C7}. */
  public String a1() {
    return columnName(column) + (row + 1);
  }

  /** {@code A}, {@code B} … {@code Z}, {@code AA} … */
  public static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      name.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return name.toString();
  }

  /** Reads {@code C7}; throws IllegalArgumentException for anything else. */
  public static CellAddress parse(String a1) {
    int column = 0;
    int at = 0;
    while (at < a1.length() && a1.charAt(at) >= 'A' && a1.charAt(at) <= 'Z') {
      column = column * 26 + (a1.charAt(at++) - 'A' + 1);
    }
    if (column == 0 || at == a1.length()) {
      throw new IllegalArgumentException("Cannot read cell address: " + a1);
    }
    return new CellAddress(Integer.parseInt(a1.substring(at)) - 1, column - 1);
  }

  @Override
  public int compareTo(CellAddress other) {
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(column, other.column);
  }
}
