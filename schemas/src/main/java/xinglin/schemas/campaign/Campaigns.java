package xinglin.schemas.campaign;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.WorkCalendar;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/** All campaigns: {@code campaigns/*.yaml}. */
public final class Campaigns {
  private final Map<String, Campaign> byId;
  private final Map<String, Entry> entries;

  private Campaigns(Map<String, Campaign> byId, Map<String, Entry> entries) {
    this.byId = byId;
    this.entries = entries;
  }

  public static Campaigns load(DefinitionFiles files, Problems problems) {
    Map<String, Campaign> byId = new LinkedHashMap<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Entry entry : files.entries("campaigns", problems)) {
      Campaign campaign = CampaignFile.read(entry);
      entries.putIfAbsent(campaign.id(), entry);
      if (byId.putIfAbsent(campaign.id(), campaign) != null) {
        entry.problem("id", Mistake.of("campaign \"{0}\" stands in two files", campaign.id()));
      }
      Set<String> ids = new HashSet<>();
      for (Expectation expectation : campaign.expectations()) {
        if (!ids.add(expectation.id())) {
          entry.problem(
              "expectations", Mistake.of("expectation \"{0}\" stands twice", expectation.id()));
        }
        if (!campaign.forms().contains(expectation.formId())) {
          entry.problem(
              "forms",
              Mistake.of("form \"{0}\" is expected but not listed", expectation.formId())
                  .near(expectation.formId(), campaign.forms()));
        }
      }
    }
    return new Campaigns(byId, entries);
  }

  /**
   * Reports what does not fit the other definitions: divisions and forms that do not exist,
   * deadlines in years without a calendar.
   */
  public void check(Divisions divisions, WorkCalendar calendar, Collection<String> formIds) {
    for (Campaign campaign : byId.values()) {
      Entry entry = Objects.requireNonNull(entries.get(campaign.id()));
      if (divisions.find(campaign.scope()).isEmpty()) {
        entry.problem("scope", Mistake.of("no division \"{0}\"", campaign.scope()));
      }
      for (String form : campaign.forms()) {
        if (!formIds.contains(form)) {
          entry.problem("forms", Mistake.of("no form \"{0}\"", form).near(form, formIds));
        }
      }
      List<Entry> lines = entry.list("expectations");
      for (int i = 0; i < campaign.expectations().size(); i++) {
        check(campaign.expectations().get(i), lines.get(i), divisions, calendar);
      }
    }
  }

  private static void check(
      Expectation expectation, Entry line, Divisions divisions, WorkCalendar calendar) {
    if (expectation.reporters(divisions).isEmpty()) {
      line.problem(Mistake.of("expectation \"{0}\" has nobody who reports", expectation.id()));
    }
    ReportersEntry.check(line, expectation.who(), divisions);
    expectation
        .collectedBy()
        .filter(
            code ->
                expectation.reporters(divisions).stream()
                    .noneMatch(
                        reporter ->
                            !reporter.code().equals(code)
                                && divisions.isWithin(reporter.code(), code)))
        .ifPresent(
            code ->
                line.problem(
                    "collected_by",
                    Mistake.of("division \"{0}\" is above none of those who report", code)));
    try {
      expectation.periods().forEach(period -> expectation.deadline().dueOn(period.end(), calendar));
    } catch (DefinitionException e) {
      line.problem(
          "due",
          Mistake.of(
              "expectation \"{0}\" falls into a year without a calendar: add {1}",
              expectation.id(), e.problems().get(0).file()));
    }
  }

  /** Throws IllegalArgumentException for an unknown campaign. */
  public Campaign get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find campaign: " + id + Problems.didYouMean(id, byId.keySet())));
  }

  public Optional<Campaign> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** By id. */
  public List<Campaign> list() {
    return List.copyOf(byId.values());
  }

  /** Campaigns that use a form. */
  public List<Campaign> using(String formId) {
    return byId.values().stream().filter(campaign -> campaign.forms().contains(formId)).toList();
  }
}
