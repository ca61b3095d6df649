package xinglin.app.command.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;

/**
 * What one campaign expects of a form.
 *
 * @param expectation empty if the campaign takes the form and expects it from nobody
 * @param scope name of the division in which the reporters lie
 * @param itself whether the division itself reports, and nobody below it
 * @param reporters how many report
 * @param due last days, in order
 */
record FormExpectation(
    Campaign campaign,
    Optional<Expectation> expectation,
    String scope,
    boolean itself,
    int reporters,
    List<LocalDate> due) {

  FormExpectation {
    due = List.copyOf(due);
  }

  /** By campaign, in the order of the form's campaigns. */
  static List<FormExpectation> of(FormDefinition form, Definitions definitions) {
    List<FormExpectation> expected = new ArrayList<>();
    for (String id : form.campaigns()) {
      Campaign campaign = definitions.campaigns().get(id);
      int before = expected.size();
      campaign.expectations().stream()
          .filter(expectation -> expectation.formId().equals(form.formId()))
          .forEach(expectation -> expected.add(of(campaign, expectation, definitions)));
      if (expected.size() == before) {
        expected.add(new FormExpectation(campaign, Optional.empty(), "", false, 0, List.of()));
      }
    }
    return expected;
  }

  private static FormExpectation of(
      Campaign campaign, Expectation expectation, Definitions definitions) {
    return new FormExpectation(
        campaign,
        Optional.of(expectation),
        definitions.divisions().find(expectation.scope()).map(Division::name).orElse(""),
        definitions
            .divisions()
            .find(expectation.scope())
            .filter(division -> division.level() == expectation.level())
            .isPresent(),
        expectation.reporters(definitions.divisions()).size(),
        expectation.periods().stream()
            .map(period -> expectation.deadline().dueOn(period.end(), definitions.calendar()))
            .distinct()
            .toList());
  }
}
