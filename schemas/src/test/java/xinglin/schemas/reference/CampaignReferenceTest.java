package xinglin.schemas.reference;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.campaign.Phase;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.value.Period;

/** Writes the reference of all campaigns; fails when the page is out of date. */
class CampaignReferenceTest {
  @Test
  void theReferenceSaysWhatTheCampaignsSay() throws IOException {
    StringBuilder text = new StringBuilder("# Campaigns\n\n");
    text.append(Pages.generated("schemas/campaigns/*.yaml", CampaignReferenceTest.class));
    text.append(
        """

        What each campaign expects, from whom, until when. A term in working days is counted with the
        [State Council's calendar](codelists.md#working-days). Every reporter and period is a row of `completeness`.
        """);
    for (Campaign campaign : Pages.BUILT_IN.campaigns().list()) {
      text.append(campaign(campaign));
    }
    Pages.check("campaigns.md", text.toString());
  }

  private static String campaign(Campaign campaign) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%n## %s%n%n**%s** · %s%n%n".formatted(campaign.id(), campaign.zh(), campaign.en()));
    text.append("- source %s%n".formatted(campaign.source()));
    text.append("- authority %s%n".formatted(place(campaign.scope())));
    text.append("- window %s%n".formatted(days(campaign.window())));
    campaign.baseline().ifPresent(days -> text.append("- baseline %s%n".formatted(days(days))));
    if (!campaign.formsCover().equals(campaign.window())) {
      text.append("- forms cover %s%n".formatted(days(campaign.formsCover())));
    }
    for (Phase phase : campaign.phases()) {
      text.append("- phase %s %s · %s%n".formatted(days(phase.period()), phase.zh(), phase.en()));
    }
    text.append(
        "- forms %s%n"
            .formatted(
                campaign.forms().stream()
                    .map(id -> "[%s](forms.md#%s)".formatted(id, id))
                    .collect(joining(", "))));
    text.append("\n| expected | form | who | how often | due |\n|---|---|---|---|---|\n");
    for (Expectation expected : campaign.expectations()) {
      text.append(
          "| %s | [%s](forms.md#%s)%s | %d × %s of %s%s | %s | %s |%n"
              .formatted(
                  expected.id(),
                  expected.formId(),
                  expected.formId(),
                  expected.what().map(what -> " (" + what + ")").orElse(""),
                  expected.reporters(Pages.BUILT_IN.divisions()).size(),
                  expected.level().code(),
                  place(expected.scope()),
                  expected.who().except().isEmpty()
                      ? ""
                      : " except " + String.join(", ", expected.who().except()),
                  Pages.words(expected.per()),
                  due(expected)));
    }
    return text.toString();
  }

  private static String due(Expectation expected) {
    List<LocalDate> days =
        expected.periods().stream()
            .map(period -> expected.deadline().dueOn(period.end(), Pages.BUILT_IN.calendar()))
            .toList();
    return days.size() > 6
        ? days.get(0) + ", " + days.get(1) + " … " + days.get(days.size() - 1)
        : days.stream().map(LocalDate::toString).collect(joining(", "));
  }

  private static String place(String code) {
    return Pages.BUILT_IN.divisions().find(code).map(Division::name).orElse("") + " " + code;
  }

  private static String days(Period period) {
    return period.start() + " … " + period.end();
  }
}
