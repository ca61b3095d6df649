package xinglin.schemas.table;

import java.util.List;

/**
 * Columns that every register has in front of its own; {@code kind: register} stands for them, so
 * that a definition names only what its form asks for. Their field ids are 1 to 5. The places of
 * the columns stand behind all others, also where the five are declared one by one.
 */
final class RegisterColumns {
  static final List<String> KEY = List.of("submission_id", "ordinal");

  static final List<Column> ALL =
      List.of(
          column(
              1,
              "submission_id",
              ColumnType.STRING,
              "填报编号：到件编号-文件内表格序号",
              "Submission: delivery id, hyphen, ordinal of the form in its file"),
          column(
              2,
              "ordinal",
              ColumnType.INTEGER,
              "在该表格内的顺序，从 0 起",
              "Position within the submission, from 0, in reading order"),
          column(
              3,
              "sheet",
              ColumnType.STRING,
              "工作表名；Word 表格为“表1”，段落为“正文”，CSV 为空",
              "Sheet as the sender sees it; 表1 and 正文 for Word, empty for CSV"),
          column(
              4,
              "cell",
              ColumnType.STRING,
              "单元格地址（A1 或 P3）；登记表为该行首格",
              "Cell address (A1 or P3); the first cell of the line for registers"),
          column(
              5,
              "line_key",
              ColumnType.STRING,
              "登记表行键：同一事项在后续版本中键相同",
              "Line key of the register: the same thing has the same key in later editions"));

  /** Where each column of a line was read. */
  static final Column PLACES =
      column(
          900,
          "column_cells",
          ColumnType.STRING,
          "各列读自哪里：列名=列标，与首格同行；不同行的写明地址",
          "Where each column was read: name=letters, in the row of cell; with a row where it is another");

  private RegisterColumns() {}

  private static Column column(int id, String name, ColumnType type, String zh, String en) {
    return new Column(id, name, type, false, zh, en);
  }
}
