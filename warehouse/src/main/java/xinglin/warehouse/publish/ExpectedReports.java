package xinglin.warehouse.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.WorkCalendar;
import xinglin.schemas.value.Period;

/** Reports that campaigns expect, as rows of {@code expected_report}: behind every coverage. */
public final class ExpectedReports {
  private ExpectedReports() {}

  /** One row for each campaign, form, division and period. */
  public static Dimension of(Campaigns campaigns, Divisions divisions, WorkCalendar calendar) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Campaign campaign : campaigns.list()) {
      for (Expectation expectation : campaign.expectations()) {
        for (Period period : expectation.periods()) {
          for (Division division : expectation.reporters(divisions, period)) {
            rows.add(row(campaign, expectation, division, period, calendar));
          }
        }
      }
    }
    return new Dimension("expected_report", rows);
  }

  private static Map<String, String> row(
      Campaign campaign,
      Expectation expectation,
      Division division,
      Period period,
      WorkCalendar calendar) {
    return Map.of(
        "campaign_id", campaign.id(),
        "form_id", expectation.formId(),
        "document_kind", expectation.what().orElse(""),
        "division_code", division.code(),
        "period_start", period.start().toString(),
        "period_end", period.end().toString(),
        "due_on", expectation.deadline().dueOn(period.end(), calendar).toString(),
        "collected_by", expectation.collectedBy().orElse(""),
        "covers", expectation.covers().name().toLowerCase(Locale.ROOT),
        "defined_in", expectation.definedIn());
  }
}
