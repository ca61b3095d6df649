package xinglin.schemas.drift;

import java.util.Locale;
import xinglin.schemas.finding.Wording;

/** What can differ between a file and a known edition, the most important first. */
public enum ChangeKind {
  TRANSPOSED("行列互换", "transposed"),
  COUNTING_UNIT("计数单位变了，是另一指标", "counting unit changed: another measure"),
  UNIT("单位变了", "unit changed"),
  SPLIT("拆成几栏", "split into several"),
  MERGED("几栏合一", "merged into one"),
  REPLACED("此处换了栏目", "another label in its place"),
  NEW("新增", "new"),
  GONE("没有了", "gone"),
  RENAMED("改名", "renamed"),
  GROUP("上级表头变了", "group header changed"),
  GROUP_NEW("新增上级表头", "new group header"),
  ROW_NEW("新增行", "new row"),
  ROW_GONE("行没有了", "row gone"),
  ROW_REPLACED("此行换了内容", "another row in its place"),
  ROW_RENAMED("行改名", "row renamed"),
  ROW_HEADER("行标题的表头变了", "header of the rows changed"),
  SENTENCE("函文句子变了", "sentence changed"),
  TITLE("表名变了", "title changed"),
  YEAR("年份变了", "year changed"),
  REPORTER("填报单位的标签变了", "label of the reporter changed"),
  SIGNATURE("落款变了", "label of the signature changed"),
  MOVED("换了位置", "moved"),
  ROW_MOVED("行换了位置", "row moved");

  private final Wording name;

  ChangeKind(String zh, String en) {
    this.name = new Wording(zh, en);
  }

  /** In lower case, as in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Wording wording() {
    return name;
  }

  /** Whether it can be taken over without a decision: nothing is read differently by it. */
  public boolean isHarmless() {
    return this == MOVED || this == ROW_MOVED;
  }
}
