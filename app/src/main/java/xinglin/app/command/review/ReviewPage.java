package xinglin.app.command.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.app.assembly.Workplace;
import xinglin.app.terminal.Texts;
import xinglin.jobs.match.Review;
import xinglin.jobs.match.ReviewList;
import xinglin.jobs.match.ReviewList.Entry;
import xinglin.jobs.match.ReviewList.Person;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.match.PublishedMatch;

/** Pairs of parties for people, and as JSON. */
record ReviewPage(List<Entry> entries, Map<String, Person> people) {

  static ReviewPage of(Workplace place, ReviewList list, List<Entry> entries, boolean isMasked) {
    if (entries.isEmpty()) {
      return new ReviewPage(entries, Map.of());
    }
    try (Lake lake = Lake.open(place.home(), place.definitions().tables(), place.database())) {
      return new ReviewPage(entries, list.people(lake, entries, isMasked));
    }
  }

  /** Four lines a pair. */
  String text(Texts texts) {
    StringBuilder page = new StringBuilder();
    for (Entry entry : entries) {
      PublishedMatch match = entry.match();
      page.append(match.id())
          .append("  ")
          .append(texts.say("review.standing." + entry.standing()))
          .append("  ")
          .append(match.reasons())
          .append('\n');
      side(page, texts, match.left());
      side(page, texts, match.right());
      entry
          .review()
          .ifPresent(review -> page.append("  ").append(decided(texts, review)).append('\n'));
    }
    return page.toString();
  }

  private void side(StringBuilder page, Texts texts, PublishedMatch.Side side) {
    page.append("  ")
        .append(
            values(side).values().stream().collect(Collectors.joining(texts.say("list.separator"))))
        .append("  ")
        .append(side.document())
        .append(' ')
        .append(side.authority())
        .append(' ')
        .append(side.date())
        .append('\n');
  }

  private static String decided(Texts texts, Review review) {
    return texts.say(
        "review.decided",
        review.by(),
        review.at().atZone(xinglin.app.assembly.Clocks.ZONE).toLocalDate().toString(),
        review.reason());
  }

  private Map<String, String> values(PublishedMatch.Side side) {
    return Optional.ofNullable(people.get(ReviewList.key(side)))
        .map(Person::values)
        .orElse(Map.of());
  }

  List<Map<String, Object>> json() {
    return entries.stream().map(this::row).toList();
  }

  private Map<String, Object> row(Entry entry) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("match_id", entry.match().id());
    row.put("standing", entry.standing());
    row.put("outcome", entry.match().outcome());
    row.put("score", new java.math.BigDecimal(entry.match().score()));
    row.put("reasons", entry.match().reasons());
    row.put("left", side(entry.match().left()));
    row.put("right", side(entry.match().right()));
    row.put("decided_by", entry.review().map(Review::by).orElse(null));
    row.put("decided_reason", entry.review().map(Review::reason).orElse(null));
    row.put("decided_at", entry.review().map(review -> review.at().toString()).orElse(null));
    return row;
  }

  private Map<String, Object> side(PublishedMatch.Side side) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("party", side.party());
    row.putAll(values(side));
    row.put("document_number", side.document());
    row.put("authority_name", side.authority());
    row.put("decision_date", side.date());
    return row;
  }
}
