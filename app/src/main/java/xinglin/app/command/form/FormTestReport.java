package xinglin.app.command.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import xinglin.app.terminal.Texts;
import xinglin.jobs.example.ExampleResult;
import xinglin.schemas.example.Expected;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.form.FormDefinition;

/** What {@code form test} prints: lines for people, or an array with one object per example. */
final class FormTestReport {
  private static final int DIFFERENCES_SHOWN = 20;
  private final Texts texts;
  private final List<String> lines = new ArrayList<>();
  private final List<Object> rows = new ArrayList<>();
  private final Set<String> accepted = new TreeSet<>();
  private int passed;
  private int failed;
  private int unreviewed;

  FormTestReport(Texts texts) {
    this.texts = texts;
  }

  /** What was read is expected from now on. */
  void accepted(ExampleResult result) {
    accepted.add(result.example().shown());
  }

  int failed() {
    return failed;
  }

  /**
   * @param shown path of the definition as its author knows it
   */
  void add(FormDefinition form, String shown, List<ExampleResult> results) {
    lines.add(texts.say("form.test.form", form.formId(), form.edition(), shown));
    if (results.isEmpty()) {
      lines.add("  · " + texts.say("form.test.no.example", shown.replaceFirst("\\.yaml$", "")));
      rows.add(row(form, shown));
    }
    for (ExampleResult result : results) {
      boolean written = accepted.contains(result.example().shown());
      switch (result.status()) {
        case PASSED -> passed++;
        case UNREVIEWED -> unreviewed += written ? 0 : 1;
        case FAILED -> failed += written ? 0 : 1;
      }
      lines.add(line(result, written));
      reasons(result, written);
      rows.add(row(form, result, written));
    }
  }

  private String line(ExampleResult result, boolean written) {
    String example = result.example().shown();
    if (written) {
      return "  ✎ "
          + texts.say(
              "form.test.written", example, result.read().size(), result.example().expectedShown());
    }
    return switch (result.status()) {
      case PASSED -> "  ✓ " + texts.say("form.test.passed", example, result.read().size());
      case UNREVIEWED -> "  · " + texts.say("form.test.unreviewed", example, result.read().size());
      case FAILED -> "  ✗ " + texts.say("form.test.failed", example);
    };
  }

  private void reasons(ExampleResult result, boolean written) {
    if (result.status() != ExampleResult.Status.FAILED) {
      return;
    }
    String id = result.example().form().formId() + "/" + result.example().form().edition();
    if (!result.readAs().isEmpty() && !result.readAs().contains(id)) {
      lines.add("      " + texts.say("form.test.read.as", String.join(", ", result.readAs())));
    }
    if (result.differences().isEmpty() && !written) {
      result.findings().forEach(finding -> lines.add("      " + message(finding)));
    }
    result.differences().stream()
        .limit(DIFFERENCES_SHOWN)
        .forEach(difference -> lines.add("      " + line(result, difference)));
    if (result.differences().size() > DIFFERENCES_SHOWN) {
      lines.add(
          "      " + texts.say("form.test.more", result.differences().size() - DIFFERENCES_SHOWN));
    }
  }

  private String line(ExampleResult result, Expected.Difference difference) {
    String place =
        result.example().expectedShown()
            + (difference.line() > 0 ? ":" + difference.line() : "")
            + ": "
            + difference.cell()
            + " "
            + difference.what();
    if (difference.read().isEmpty()) {
      return place + ": " + texts.say("form.test.not.read", difference.expected().orElse(""));
    }
    return place
        + ": "
        + (difference.expected().isEmpty()
            ? texts.say("form.test.not.expected", difference.read().get())
            : texts.say("form.test.differs", difference.expected().get(), difference.read().get()));
  }

  private String message(Finding finding) {
    return finding.code() + "  " + (texts.english() ? finding.messageEn() : finding.message());
  }

  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    all.add(texts.say("form.test.sum", passed, failed, unreviewed, accepted.size()));
    return all;
  }

  List<Object> json() {
    return List.copyOf(rows);
  }

  private static Map<String, Object> row(FormDefinition form, String shown) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("form", form.formId());
    row.put("edition", form.edition());
    row.put("file", shown);
    row.put("example", null);
    row.put("result", "no_example");
    row.put("differences", List.of());
    return row;
  }

  private Map<String, Object> row(FormDefinition form, ExampleResult result, boolean written) {
    Map<String, Object> row = row(form, result.example().form().file());
    row.put("file", result.example().expectedShown());
    row.put("example", result.example().shown());
    row.put("result", written ? "accepted" : result.status().code());
    row.put("read_as", result.readAs());
    row.put("differences", result.differences().stream().map(FormTestReport::difference).toList());
    row.put("findings", result.findings().stream().map(this::message).toList());
    return row;
  }

  private static Map<String, Object> difference(Expected.Difference difference) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("line", difference.line() == 0 ? null : difference.line());
    row.put("cell", difference.cell());
    row.put("what", difference.what());
    row.put("expected", difference.expected().orElse(null));
    row.put("read", difference.read().orElse(null));
    return row;
  }
}
