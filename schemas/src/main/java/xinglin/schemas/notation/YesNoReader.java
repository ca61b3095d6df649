package xinglin.schemas.notation;

import java.util.Set;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Reads yes and no. The value's text is {@code true} or {@code false}. */
public final class YesNoReader {
  private static final Set<String> YES =
      Set.of(
          "是", "有", "√", "✓", "✔", "☑", "■", "对", "需要", "要", "需", "已", "已立案", "已反馈", "已查实", "查实",
          "属实", "实名", "true", "yes", "y", "1");
  private static final Set<String> NO =
      Set.of(
          "否", "无", "没有", "不", "不是", "×", "✗", "✘", "☒", "□", "x", "不需要", "不要", "不需", "未", "未立案",
          "未反馈", "未查实", "不属实", "匿名", "false", "no", "n", "0");

  private YesNoReader() {}

  /** {@code /} is not applicable; any other word than yes and no is unreadable. */
  public static Reading read(Cell cell) {
    if (cell.content() instanceof Cell.Bool bool) {
      return Reading.of(Value.ofText(cell.text(), Boolean.toString(bool.value())));
    }
    String plain = Marks.plain(cell.text()).replaceFirst("[。.;,]+$", "");
    if (plain.isEmpty()) {
      return Reading.of(Value.missing(cell.text(), State.BLANK));
    }
    if (YES.contains(plain)) {
      return Reading.of(Value.ofText(cell.text(), "true"));
    }
    if (NO.contains(plain)) {
      return Reading.of(Value.ofText(cell.text(), "false"));
    }
    return Marks.isNotApplicable(plain)
        ? Reading.of(Value.missing(cell.text(), State.NOT_APPLICABLE))
        : Reading.of(Value.missing(cell.text(), State.UNREADABLE), Doubt.UNREADABLE);
  }
}
