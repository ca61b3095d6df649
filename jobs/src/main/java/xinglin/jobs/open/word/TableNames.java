package xinglin.jobs.open.word;

/** Names tables in reading order: 表1, 表2; those inside a cell of 表1 are 表1.1, 表1.2. */
final class TableNames {
  private final String prefix;
  private int given;

  private TableNames(String prefix) {
    this.prefix = prefix;
  }

  static TableNames ofFile() {
    return new TableNames("表");
  }

  static TableNames inside(String table) {
    return new TableNames(table + ".");
  }

  void startAnew() {
    given = 0;
  }

  String next() {
    given++;
    return prefix + given;
  }
}
