package xinglin.jobs.open.word;

/** Characters of symbol fonts that forms use: check boxes of Wingdings. */
final class Symbols {
  private Symbols() {}

  /**
   * @param code with or without the private-use prefix F000
   */
  static String of(int code) {
    return switch (code & 0xff) {
      case 0xfe, 0x52 -> "☑";
      case 0xfd, 0x51 -> "☒";
      case 0xa8, 0x6f, 0x71, 0xa3 -> "☐";
      case 0xfc -> "√";
      case 0xfb -> "×";
      default -> "\ufffd";
    };
  }
}
