package xinglin.jobs.mutation.draft;

/**
 * A cell on its way through mutations.
 *
 * @param text as the sender sees it; the expression of a formula
 * @param origin where it stood in the file as it was, {@code sheet!A1}; empty for what a mutation
 *     adds
 */
public record Box(
    int row,
    int column,
    int rowSpan,
    int columnSpan,
    String text,
    Kind kind,
    String origin,
    boolean hidden) {

  /** How the cell is typed in the file. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    /** A formula that no program has computed yet. */
    FORMULA
  }

  public static Box of(int row, int column, String text) {
    return new Box(row, column, 1, 1, text, Kind.TEXT, "", false);
  }

  public static Box number(int row, int column, String text) {
    return new Box(row, column, 1, 1, text, Kind.NUMBER, "", false);
  }

  public int bottom() {
    return row + rowSpan;
  }

  public int right() {
    return column + columnSpan;
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  public boolean covers(int atRow, int atColumn) {
    return row <= atRow && atRow < bottom() && column <= atColumn && atColumn < right();
  }

  public Box at(int newRow, int newColumn) {
    return new Box(newRow, newColumn, rowSpan, columnSpan, text, kind, origin, hidden);
  }

  public Box over(int rows, int columns) {
    return new Box(row, column, rows, columns, text, kind, origin, hidden);
  }

  /** The same place with another text, typed by hand. */
  public Box saying(String newText) {
    return new Box(row, column, rowSpan, columnSpan, newText, Kind.TEXT, origin, hidden);
  }

  public Box counting(String number) {
    return new Box(row, column, rowSpan, columnSpan, number, Kind.NUMBER, origin, hidden);
  }

  public Box computing(String formula) {
    return new Box(row, column, rowSpan, columnSpan, formula, Kind.FORMULA, origin, hidden);
  }

  public Box hiddenNow() {
    return new Box(row, column, rowSpan, columnSpan, text, kind, origin, true);
  }

  /** A copy that is not the cell it was copied from. */
  public Box copied(String tag) {
    return new Box(
        row, column, rowSpan, columnSpan, text, kind, origin.isEmpty() ? "" : tag + origin, hidden);
  }
}
