package xinglin.jobs.mutation;

import java.util.List;

/**
 * What came of a mutated file.
 *
 * @param codes findings that the file had not got before, errors first
 * @param wrong why this must not be; empty if all is well
 */
record Outcome(Kind kind, List<String> codes, String wrong) {
  enum Kind {
    READ("读对"),
    WARNED("提示"),
    REFUSED("退回");

    private final String zh;

    Kind(String zh) {
      this.zh = zh;
    }
  }

  boolean isWell() {
    return wrong.isEmpty();
  }

  String told() {
    if (kind == Kind.READ) {
      return codes.isEmpty() ? kind.zh : kind.zh + "，提示 " + String.join(" ", codes);
    }
    return kind.zh + " " + String.join(" ", codes);
  }
}
