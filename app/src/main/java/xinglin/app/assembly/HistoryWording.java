package xinglin.app.assembly;

import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.FormDefinition;
import xinglin.warehouse.judge.JudgingRules;

/** Checks on history know measures and forms by their ids; people know them by their labels. */
record HistoryWording(Definitions definitions) {
  private static final String LABEL = "label";
  private static final String OTHER_FORM = "other_form";

  /** What judging by history asks of a set of definitions. */
  static JudgingRules rules(Definitions definitions) {
    return JudgingRules.of(
        definitions.tables(),
        definitions.checks(),
        definitions.files(),
        new HistoryWording(definitions)::finding);
  }

  Finding finding(Issue issue) {
    return definitions.checks().finding(titled(labelled(issue)));
  }

  private Issue labelled(Issue issue) {
    return definitions
        .measures()
        .find(issue.measureId())
        .filter(measure -> measure.id().equals(issue.arguments().get(LABEL)))
        .map(measure -> issue.with(LABEL, measure.zh()).with(LABEL + "_en", measure.en()))
        .orElse(issue);
  }

  private Issue titled(Issue issue) {
    return definitions
        .forms()
        .find(issue.arguments().getOrDefault(OTHER_FORM, ""))
        .map(
            (FormDefinition form) ->
                issue.with(OTHER_FORM, form.zh()).with(OTHER_FORM + "_en", form.en()))
        .orElse(issue);
  }
}
