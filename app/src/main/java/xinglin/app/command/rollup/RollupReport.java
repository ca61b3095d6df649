package xinglin.app.command.rollup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.app.assembly.CheckedFile;
import xinglin.app.terminal.Texts;
import xinglin.jobs.rollup.Difference;
import xinglin.jobs.rollup.Reporter;
import xinglin.jobs.rollup.Rollup;
import xinglin.jobs.rollup.RollupAsked;
import xinglin.schemas.reading.Verdict;

/** What a roll-up tells whoever asked for it. */
record RollupReport(RollupAsked asked, Rollup rollup, Path file, CheckedFile checked) {

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("form", asked.form().formId());
    json.put("edition", asked.form().edition());
    json.put("division_code", asked.division().code());
    json.put("division_name", asked.division().name());
    json.put("period_start", asked.period().start().toString());
    json.put("period_end", asked.period().end().toString());
    json.put("expected", expected());
    json.put("counted", counted());
    json.put("missing", missing().stream().map(Reporter::code).toList());
    json.put("waived", waived().stream().map(Reporter::code).toList());
    json.put("doubtful", rollup.doubtful());
    json.put("differences", rollup.differences().stream().map(RollupReport::json).toList());
    json.put("file", file.toString());
    json.put("verdict", verdict());
    return json;
  }

  private static Map<String, Object> json(Difference one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("measure_id", one.measure());
    json.put("category", one.category());
    json.put("sum", one.sum().orElse(null));
    json.put("own", one.own().orElse(null));
    return json;
  }

  List<String> lines(Texts texts) {
    List<String> lines = new ArrayList<>(List.of(file.toString()));
    lines.add(texts.say("rollup.counted", counted(), expected()));
    if (!missing().isEmpty()) {
      List<String> names = missing().stream().map(Reporter::name).toList();
      lines.add(texts.say("rollup.missing", joined(texts, names)));
    }
    List<String> scopes = rollup.scopes();
    if (!scopes.isEmpty()) {
      lines.add(texts.say("rollup.scope", joined(texts, scopes)));
    }
    if (!waived().isEmpty()) {
      List<String> names = waived().stream().map(one -> one.name() + " " + one.waived()).toList();
      lines.add(texts.say("rollup.waived", joined(texts, names)));
    }
    if (rollup.doubtful() > 0) {
      lines.add(texts.say("rollup.doubtful", rollup.doubtful()));
    }
    if (!rollup.differences().isEmpty()) {
      lines.add(texts.say("rollup.differs", rollup.differences().size()));
    }
    lines.add(texts.say("rollup.checked", texts.say("verdict." + verdict())));
    return lines;
  }

  private long expected() {
    return rollup.reporters().stream().filter(Reporter::expected).count();
  }

  private long counted() {
    return rollup.reporters().stream().filter(Reporter::isCounted).count();
  }

  private List<Reporter> missing() {
    return rollup.reporters().stream().filter(Reporter::isMissing).toList();
  }

  private List<Reporter> waived() {
    return rollup.reporters().stream().filter(Reporter::isWaived).toList();
  }

  private static String joined(Texts texts, List<String> words) {
    return String.join(texts.english() ? ", " : "、", words);
  }

  private String verdict() {
    return checked.reading().forms().stream()
        .findFirst()
        .map(form -> form.verdict())
        .orElse(Verdict.UNRECOGNISED)
        .code();
  }
}
