package xinglin.jobs.reminder;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/**
 * {@code reminders:} of {@code config/xinglin.yml}: whether those who have not delivered are
 * reminded. Off unless a home switches them on.
 *
 * @param only campaigns for which they are sent; empty for all
 * @param digestTo address for lists of late ones where the office above is not registered
 * @param line of the settings where the campaigns stand
 */
public record ReminderSettings(
    boolean send, List<String> only, Optional<String> digestTo, int line) {
  private static final String FILE = "config/xinglin.yml";

  public ReminderSettings {
    only = List.copyOf(only);
  }

  /** Nothing is sent. */
  public static ReminderSettings off() {
    return new ReminderSettings(false, List.of(), Optional.empty(), 0);
  }

  public static ReminderSettings read(Entry entry) {
    Optional<String> digestTo = entry.findText("digest_to");
    digestTo
        .filter(address -> !address.matches("[^@\\s]+@[^@\\s]+"))
        .ifPresent(
            address -> entry.problem("digest_to", Mistake.of("{0} is no mail address", address)));
    ReminderSettings settings =
        new ReminderSettings(
            entry.flag("send", false),
            entry.texts("campaigns"),
            digestTo,
            entry.find("campaigns").map(Entry::line).orElse(0));
    entry.done();
    return settings;
  }

  /** Reports campaigns that do not exist. */
  public void checkCampaigns(Campaigns campaigns, Problems problems) {
    List<String> known = campaigns.list().stream().map(Campaign::id).toList();
    only.stream()
        .filter(id -> !known.contains(id))
        .forEach(
            id -> problems.add(FILE, line, Mistake.of("no campaign \"{0}\"", id).near(id, known)));
  }

  boolean has(Campaign campaign) {
    return send && (only.isEmpty() || only.contains(campaign.id()));
  }
}
