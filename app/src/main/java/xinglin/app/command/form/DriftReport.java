package xinglin.app.command.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.app.terminal.TextTable;
import xinglin.app.terminal.Texts;
import xinglin.schemas.drift.Change;
import xinglin.schemas.drift.Drift;
import xinglin.schemas.drift.DriftResult;
import xinglin.schemas.drift.Nearest;
import xinglin.schemas.drift.propose.Proposal;
import xinglin.schemas.finding.Language;

/** What {@code form drift} prints. */
final class DriftReport {
  private final Texts texts;
  private final Language language;
  private final Path file;
  private final DriftResult result;
  private final Optional<Proposal> proposal;
  private final List<Path> written;

  DriftReport(
      Texts texts, Path file, DriftResult result, Optional<Proposal> proposal, List<Path> written) {
    this.texts = texts;
    this.language = texts.english() ? Language.EN : Language.ZH;
    this.file = file;
    this.result = result;
    this.proposal = proposal;
    this.written = List.copyOf(written);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String name = file.getFileName().toString();
    Optional<Drift> drift = result.drift();
    if (drift.isEmpty()) {
      lines.add(texts.say("drift." + result.outcome().code(), name));
      lines.addAll(nearest());
      lines.addAll(proposed());
      return lines;
    }
    String form = drift.get().form().formId();
    String edition = drift.get().form().edition();
    if (drift.get().changes().isEmpty()) {
      lines.add(texts.say("drift.same", name, form, edition));
      return lines;
    }
    lines.add(texts.say("drift.differs", name, form, edition, drift.get().changes().size()));
    lines.add("");
    lines.addAll(changes(drift.get()));
    lines.addAll(proposed());
    return lines;
  }

  private List<String> proposed() {
    if (proposal.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(""));
    if (written.isEmpty()) {
      lines.add(texts.say("drift.proposal.hint", proposal.get().open()));
      return lines;
    }
    for (int i = 0; i < written.size(); i++) {
      int open = proposal.get().files().get(i).open().size();
      lines.add(texts.say("drift.proposal.file", shown(written.get(i)), open));
    }
    lines.add(texts.say("drift.proposal.next"));
    return lines;
  }

  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }

  private List<String> nearest() {
    if (result.nearest().isEmpty()) {
      return List.of();
    }
    TextTable table =
        new TextTable(
            List.of(
                texts.say("table.form"),
                texts.say("table.edition"),
                texts.say("table.title"),
                texts.say("drift.score")));
    for (Nearest near : result.nearest()) {
      table.row(
          near.formId(),
          near.edition(),
          texts.english() ? near.en() : near.zh(),
          percent(near.score()));
    }
    return table.lines();
  }

  private List<String> changes(Drift drift) {
    TextTable table =
        new TextTable(
            List.of(
                texts.say("drift.kind"),
                texts.say("drift.cell"),
                texts.say("drift.old"),
                texts.say("drift.now"),
                texts.say("drift.measure"),
                texts.say("drift.confidence"),
                texts.say("drift.reason")));
    for (Change change : drift.changes()) {
      table.row(
          change.kind().wording().in(language),
          change.cell().isEmpty() ? "–" : place(change),
          change.old().isEmpty() ? "–" : change.old() + line(change),
          change.now().isEmpty() ? "–" : change.now(),
          change.measure().orElse("–"),
          percent(change.confidence()),
          change.reason().in(language));
    }
    return table.lines();
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  private static String place(Change change) {
    return change.sheet().isEmpty() ? change.cell() : change.sheet() + "!" + change.cell();
  }

  private String line(Change change) {
    return change.line() == 0 ? "" : texts.say("drift.line", change.line());
  }

  Map<String, Object> json() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", file.getFileName().toString());
    row.put("outcome", result.outcome().code());
    row.put("form", result.drift().map(drift -> drift.form().formId()).orElse(null));
    row.put("edition", result.drift().map(drift -> drift.form().edition()).orElse(null));
    row.put("nearest", result.nearest().stream().map(DriftReport::json).toList());
    row.put(
        "changes",
        result.drift().map(Drift::changes).orElse(List.of()).stream().map(this::json).toList());
    row.put("proposal", written.isEmpty() ? null : shown(written.get(0)));
    row.put("files", written.stream().map(DriftReport::shown).toList());
    row.put("open", proposal.map(Proposal::open).orElse(0));
    return row;
  }

  private static Map<String, Object> json(Nearest near) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("form", near.formId());
    row.put("edition", near.edition());
    row.put("score", near.score());
    row.put("sheet", near.sheet());
    return row;
  }

  private Map<String, Object> json(Change change) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", change.kind().code());
    row.put("sheet", change.sheet());
    row.put("cell", change.cell());
    row.put("old", change.old());
    row.put("new", change.now());
    row.put("measure", change.measure().orElse(null));
    row.put("line", change.line());
    row.put("reason", change.reason().in(language));
    row.put("confidence", change.confidence());
    return row;
  }
}
