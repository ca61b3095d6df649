package xinglin.jobs.mark;

import java.util.Comparator;
import java.util.List;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;

/** Findings in the order of their weight, and what each weight is called. */
final class Marking {
  private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity);

  private Marking() {}

  /** Errors first; within a severity in the order of the reading. */
  static List<Finding> byWeight(List<Finding> findings) {
    return findings.stream().sorted(ORDER).toList();
  }

  static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "错误";
      case WARNING -> "提醒";
      case INFO -> "说明";
    };
  }

  /** What the clerk should do about it, in one word. */
  static String demand(Severity severity) {
    return switch (severity) {
      case ERROR -> "必须改正";
      case WARNING -> "请核对";
      case INFO -> "供参考";
    };
  }

  static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
