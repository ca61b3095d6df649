package xinglin.app.command.rule;

import java.io.PrintWriter;
import java.util.Optional;
import xinglin.app.terminal.Texts;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.impact.ChangedFinding;
import xinglin.warehouse.impact.ChangedSubmission;
import xinglin.warehouse.impact.ImpactCounts;

/** Prints a forecast for people, one submission after the other. */
final class ImpactPage {
  private final Texts texts;
  private final PrintWriter out;
  private final int limit;
  private long flips;
  private long others;

  /**
   * @param limit submissions that are listed at most
   */
  ImpactPage(Texts texts, PrintWriter out, int limit) {
    this.texts = texts;
    this.out = out;
    this.limit = limit;
  }

  /** Those that flip come first. What something later replaced is only counted. */
  void add(ChangedSubmission one) {
    if (!one.stands()) {
      return;
    }
    if (one.flips() && flips++ == 0) {
      out.println(texts.say("rule.impact.flips"));
    }
    if (!one.flips() && others++ == 0) {
      out.println(texts.say("rule.impact.findings"));
    }
    if (flips + others > limit) {
      return;
    }
    out.println("  " + line(one));
    one.findings().forEach(finding -> out.println("    " + line(finding)));
  }

  /** What it comes to. */
  void sums(ImpactCounts counts) {
    if (flips + others > limit) {
      out.println(texts.say("rule.impact.more", flips + others - limit));
    }
    if (flips + others == 0) {
      out.println(texts.say("rule.impact.nothing"));
    }
    out.println(texts.say("rule.impact.sum", counts.submissions(), counts.read(), flips));
    counts
        .flips()
        .forEach(
            (flip, number) -> {
              String[] words = flip.split(">", -1);
              out.println(
                  texts.say("rule.impact.sum.flip", verdict(words[0]), verdict(words[1]), number));
            });
    counts.comes().forEach((code, number) -> sum("comes", code, number));
    counts.goes().forEach((code, number) -> sum("goes", code, number));
    counts.reworded().forEach((code, number) -> sum("reworded", code, number));
    if (counts.superseded() > 0) {
      out.println(texts.say("rule.impact.superseded", counts.superseded()));
    }
  }

  private void sum(String what, String code, long number) {
    out.println(texts.say("rule.impact.sum." + what, code, number));
  }

  private String line(ChangedSubmission one) {
    String reporter = one.reporterName().orElse("?");
    String form = one.formId().orElse("?");
    String edition = one.edition().orElse("");
    String period = one.period().map(days -> days.start() + "…" + days.end()).orElse("?");
    return one.flips()
        ? texts.say(
            "rule.impact.row",
            reporter,
            form,
            edition,
            period,
            verdict(one.before()),
            verdict(one.after()),
            counting(one))
        : texts.say("rule.impact.same", reporter, form, edition, period, verdict(one.after()));
  }

  private String counting(ChangedSubmission one) {
    if (one.countsBefore() == one.countsAfter()) {
      return "";
    }
    return texts.say("rule.impact.counts." + (one.countsAfter() ? "again" : "no.more"));
  }

  private String verdict(Optional<Verdict> verdict) {
    return verdict(verdict.map(Verdict::code).orElse("-"));
  }

  private String verdict(String word) {
    return word.equals("-") ? texts.say("rule.impact.none") : texts.say("verdict." + word);
  }

  private String line(ChangedFinding finding) {
    String sign =
        switch (finding.change()) {
          case COMES -> "+";
          case GOES -> "-";
          case REWORDED -> "~";
        };
    String mark =
        switch (finding.severity()) {
          case "error" -> "✗";
          case "warning" -> "!";
          default -> "·";
        };
    String message = texts.english() ? finding.messageEn() : finding.message();
    return sign + " " + mark + " " + finding.code() + "  " + message;
  }
}
