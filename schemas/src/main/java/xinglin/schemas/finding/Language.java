package xinglin.schemas.finding;

/** Languages that every check speaks. */
public enum Language {
  ZH("（空白）", "文件"),
  EN("(blank)", "The file");

  private final String blank;
  private final String wholeFile;

  Language(String blank, String wholeFile) {
    this.blank = blank;
    this.wholeFile = wholeFile;
  }

  /** What stands for an empty text as sent. */
  public String blank() {
    return blank;
  }

  /** What stands for a place that has neither sheet nor cell. */
  public String wholeFile() {
    return wholeFile;
  }
}
