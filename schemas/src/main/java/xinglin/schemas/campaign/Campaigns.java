package xinglin.schemas.campaign;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;

/** All campaigns: {@code campaigns/*.yaml}. */
public final class Campaigns {
  private final Map<String, Campaign> byId;

  private Campaigns(Map<String, Campaign> byId) {
    this.byId = byId;
  }

  public static Campaigns load(DefinitionFiles files, Problems problems) {
    Map<String, Campaign> byId = new LinkedHashMap<>();
    for (Entry entry : files.entries("campaigns", problems)) {
      Campaign campaign = CampaignFile.read(entry);
      if (byId.put(campaign.id(), campaign) != null) {
        entry.problem("id", "campaign \"" + campaign.id() + "\" stands in two files");
      }
      Set<String> ids = new HashSet<>();
      for (Expectation expectation : campaign.expectations()) {
        if (!ids.add(expectation.id())) {
          entry.problem("expectations", "expectation \"" + expectation.id() + "\" stands twice");
        }
        if (!campaign.forms().contains(expectation.formId())) {
          entry.problem(
              "forms",
              "form \""
                  + expectation.formId()
                  + "\" is expected but not listed"
                  + Problems.didYouMean(expectation.formId(), campaign.forms()));
        }
      }
    }
    return new Campaigns(byId);
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
