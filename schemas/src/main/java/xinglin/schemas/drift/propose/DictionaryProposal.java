package xinglin.schemas.drift.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.drift.Change;
import xinglin.schemas.drift.ChangeKind;
import xinglin.schemas.drift.Drift;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;

/** New measures and practice types that a new edition may need. */
final class DictionaryProposal {
  private static final String PRACTICE_TYPES = "codelists/practice-type.yaml";
  private static final Set<ChangeKind> NEW =
      Set.of(
          ChangeKind.NEW,
          ChangeKind.SPLIT,
          ChangeKind.MERGED,
          ChangeKind.REPLACED,
          ChangeKind.COUNTING_UNIT);
  private final Drift drift;
  private final Definitions definitions;
  private final Questions questions;

  DictionaryProposal(Drift drift, Definitions definitions, Questions questions) {
    this.drift = drift;
    this.definitions = definitions;
    this.questions = questions;
  }

  /** One entry for each label that no measure is known for. */
  Optional<Proposal.File> measures(String name) {
    List<String> lines = new ArrayList<>();
    FormDefinition form = drift.form();
    for (Change change : drift.changes()) {
      if (form.tables().isEmpty()
          || !NEW.contains(change.kind())
          || (change.kind() == ChangeKind.NEW && change.measure().isPresent())) {
        continue;
      }
      TableLayout layout = form.tables().get(change.layout());
      RowKey.Kind kind = layout.rows().kind();
      if (kind == RowKey.Kind.MEASURE || (kind == RowKey.Kind.LINES && form.table().isPresent())) {
        continue;
      }
      for (PrintedLabel label : change.labels()) {
        String zh = bare(label, change);
        lines.add("  " + questions.measure(zh, label.address()));
        lines.add(
            "  - {id: \"?\", zh: "
                + Edits.quoted(zh)
                + ", en: \"?\", unit: "
                + Edits.quoted(unit(label))
                + "}");
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Proposal.File(
                "measures/" + name + ".yaml", "measures:\n" + String.join("\n", lines) + "\n"));
  }

  /** Without the unit in brackets, with the group where the label alone says little. */
  private static String bare(PrintedLabel label, Change change) {
    String text =
        label
            .unit()
            .map(
                unit ->
                    label
                        .text()
                        .replaceAll("[（(]" + java.util.regex.Pattern.quote(unit) + "[）)]?", ""))
            .orElse(label.text());
    String group = label.group().replaceAll("[（(][^（()）]*元[）)]?", "");
    return (TableProposal.isPartOfGroup(label, change) ? group : "") + text;
  }

  /** The counting unit that the printed word stands for; a question mark if that is unknown. */
  private String unit(PrintedLabel label) {
    String word =
        label.unit().or(() -> xinglin.schemas.value.Labels.unit(label.group())).orElse("");
    if (word.isEmpty()) {
      return "?";
    }
    return definitions
        .measures()
        .findUnit(word)
        .map(unit -> unit.name())
        .or(
            () ->
                definitions.measures().list().stream()
                    .map(Measure::unit)
                    .filter(unit -> unit.isMoney() && unit.scaleOf(word).isPresent())
                    .map(unit -> unit.name())
                    .findFirst())
        .orElse("?");
  }

  /** The list of practice types with the new ones, to lie over the built-in list. */
  Optional<Proposal.File> practiceTypes() {
    List<String> lines = new ArrayList<>();
    for (Change change : drift.changes()) {
      boolean row =
          (change.kind() == ChangeKind.ROW_NEW && change.measure().isEmpty())
              || change.kind() == ChangeKind.ROW_REPLACED;
      boolean category =
          row && drift.form().tables().get(change.layout()).rows().kind() == RowKey.Kind.CATEGORY;
      if (category && !change.reason().zh().startsWith("与已有的行")) {
        lines.add("  " + questions.code(change.now(), change.cell()));
        lines.add(
            "  - {code: \"?\", zh: " + Edits.quoted(change.now()) + ", en: \"?\", synonyms: []}");
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : definitions
            .files()
            .find(PRACTICE_TYPES)
            .map(
                text ->
                    new Proposal.File(
                        PRACTICE_TYPES,
                        text.stripTrailing() + "\n" + String.join("\n", lines) + "\n"));
  }
}
