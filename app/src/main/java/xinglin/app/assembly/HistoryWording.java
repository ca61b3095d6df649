package xinglin.app.assembly;

import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;

/** Checks on history know measures by their ids; people know them by their labels. */
record HistoryWording(Definitions definitions) {

  Finding finding(Issue issue) {
    Issue named =
        definitions
            .measures()
            .find(issue.measureId())
            .filter(measure -> measure.id().equals(issue.arguments().get("label")))
            .map(measure -> issue.with("label", measure.zh()).with("label_en", measure.en()))
            .orElse(issue);
    return definitions.checks().finding(named);
  }
}
