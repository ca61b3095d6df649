package xinglin.jobs.open.guard;

import xinglin.schemas.finding.Issue;

/** What a file may not have too much of, in the words of a finding. */
public enum Limit {
  BYTES("文件大小", "Its bytes", " MB", " MB") {
    @Override
    long shown(long limit) {
      return limit >> 20;
    }
  },
  ENTRIES("内部文件数", "Its parts", " 个", ""),
  SHEETS("工作表或表格数", "Its sheets or tables", " 个", ""),
  ROWS("行数", "Its rows", " 行", ""),
  CELLS("单元格数", "Its cells", " 个", ""),
  CHARACTERS("文字总量", "Its characters", " 字", ""),
  PAGES("页数", "Its pages", " 页", ""),
  SECONDS("读取时间", "The seconds to read it", " 秒", "");

  private final String what;
  private final String whatEn;
  private final String unit;
  private final String unitEn;

  Limit(String what, String whatEn, String unit, String unitEn) {
    this.what = what;
    this.whatEn = whatEn;
    this.unit = unit;
    this.unitEn = unitEn;
  }

  long shown(long limit) {
    return limit;
  }

  public RefusalException exceeded(long limit) {
    return RefusalException.unsafe(
        Issue.of("OVER_LIMIT")
            .with("what", what)
            .with("what_en", whatEn)
            .with("limit", String.format(java.util.Locale.ROOT, "%,d", shown(limit)) + unit)
            .with("limit_en", String.format(java.util.Locale.ROOT, "%,d", shown(limit)) + unitEn));
  }
}
