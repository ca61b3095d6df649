package xinglin.schemas.fill;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.recognise.FoundForm;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;

/** Tells for which campaign a form was filled in, where several use it: by the places it names. */
final class CampaignFinder {
  private static final int PLACES_LOOKED_AT = 200;
  private final Vocabulary vocabulary;

  CampaignFinder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Optional<Campaign> find(FoundForm found, Optional<String> senderCode) {
    List<Campaign> campaigns =
        found.form().campaigns().stream().map(vocabulary.campaigns()::get).toList();
    if (campaigns.size() <= 1) {
      return campaigns.stream().findFirst();
    }
    Set<String> places = places(found);
    Optional<Campaign> byPlaces =
        campaigns.stream()
            .filter(campaign -> known(places, campaign) > 0)
            .max(Comparator.comparingLong(campaign -> known(places, campaign)));
    return byPlaces
        .or(() -> campaigns.stream().filter(campaign -> isNamed(campaign, found)).findFirst())
        .or(
            () ->
                senderCode.flatMap(
                    code ->
                        campaigns.stream().filter(campaign -> covers(campaign, code)).findFirst()));
  }

  private boolean covers(Campaign campaign, String code) {
    return vocabulary.divisions().isWithin(code, campaign.scope());
  }

  private long known(Set<String> places, Campaign campaign) {
    return places.stream()
        .filter(
            place ->
                !vocabulary.divisions().lookup(place, campaign.scope(), Optional.empty()).isEmpty())
        .count();
  }

  /**
   * The campaign's own division, or one of those that report to it, is named above the table or in
   * the text.
   */
  private boolean isNamed(Campaign campaign, FoundForm found) {
    Set<String> names = new LinkedHashSet<>();
    vocabulary.divisions().find(campaign.scope()).map(Division::name).ifPresent(names::add);
    found
        .form()
        .reporterLevel()
        .ifPresent(
            level ->
                vocabulary
                    .divisions()
                    .within(campaign.scope(), level)
                    .forEach(division -> names.add(division.name())));
    return found.before().stream()
        .map(AroundText::text)
        .anyMatch(text -> names.stream().anyMatch(text::contains));
  }

  private static Set<String> places(FoundForm found) {
    Set<String> places = new LinkedHashSet<>();
    for (FoundTable table : found.tables()) {
      for (Map.Entry<Item, Cell> column : table.blocks().get(0).entrySet()) {
        if (column.getKey().type() != Item.Type.DIVISION) {
          continue;
        }
        for (int row = table.headerBottom();
            row < table.dataEnd() && places.size() < PLACES_LOOKED_AT;
            row++) {
          String place = table.grid().text(row, column.getValue().column()).strip();
          if (!place.isEmpty()) {
            places.add(place);
          }
        }
      }
    }
    return places;
  }

  /**
   * The division from which alone the campaign expects this form; where it names no reporters, the
   * only division of the form's level within the campaign.
   */
  Optional<String> onlyExpected(Campaign campaign, FormDefinition form) {
    Set<String> reporters = new LinkedHashSet<>();
    for (Expectation expectation : campaign.expectations()) {
      if (expectation.formId().equals(form.formId())) {
        expectation
            .reporters(vocabulary.divisions())
            .forEach(division -> reporters.add(division.code()));
      }
    }
    if (reporters.isEmpty() && form.reporterLevel().isPresent()) {
      vocabulary
          .divisions()
          .within(campaign.scope(), form.reporterLevel().get())
          .forEach(division -> reporters.add(division.code()));
    }
    return reporters.size() == 1 ? reporters.stream().findFirst() : Optional.empty();
  }
}
