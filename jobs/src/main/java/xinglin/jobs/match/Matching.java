package xinglin.jobs.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import xinglin.schemas.finding.Language;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.Link;
import xinglin.schemas.match.Matcher;
import xinglin.schemas.match.Matches;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.name.Hash;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.match.PartyRows;
import xinglin.warehouse.publish.Dimension;

/**
 * Finds who is who among the parties of all committed penalties. What it finds follows from them,
 * the journal and the rules alone, so that nothing of it has to be stored and a rebuild finds the
 * same.
 */
public final class Matching {
  private static final int ID_DIGITS = 12;
  private static final String PURPOSE = "matching parties";
  private final PartyRows rows;
  private final Reviews reviews;
  private final MatchingRules rules;
  private final int threads;

  public Matching(Home home, Lake lake, Ledger ledger, MatchingRules rules, int threads) {
    this.rows = new PartyRows(home, lake);
    this.reviews = new Reviews(ledger);
    this.rules = rules;
    this.threads = threads;
  }

  /**
   * What was found, as rows of the tables {@code match_decision} and {@code party_group}.
   *
   * @param counts parties, comparisons, joined, proposed
   */
  public record Result(List<Dimension> tables, Map<String, Long> counts) {
    public Result {
      tables = List.copyOf(tables);
      counts = Map.copyOf(counts);
    }
  }

  public Result find() {
    SortedMap<Pair, Review> decided = reviews.standing();
    Matcher.Parties parties = sink -> rows.each(PURPOSE, new PartyReading(sink));
    Matches matches = new Matcher(rules, threads).match(parties, Reviews.decisions(decided));
    Map<String, PartyRows.Place> places = places(matches.links());
    List<Map<String, String>> links = new ArrayList<>();
    for (Link link : matches.links()) {
      links.add(row(link, matches, places, decided));
    }
    List<Map<String, String>> groups = new ArrayList<>();
    matches
        .groups()
        .forEach((party, group) -> groups.add(Map.of("party_id", party, "group_key", group)));
    return new Result(
        List.of(new Dimension("match_decision", links), new Dimension("party_group", groups)),
        Map.of(
            "parties",
            (long) matches.parties(),
            "comparisons",
            matches.comparisons(),
            "joined",
            (long) groups.size(),
            "proposed",
            count(matches, Link.Standing.PROPOSED)));
  }

  /** Of each party of a link, the first row that shows it to whoever reviews it. */
  private Map<String, PartyRows.Place> places(List<Link> links) {
    Set<String> asked = new HashSet<>();
    for (Link link : links) {
      asked.add(link.left());
      asked.add(link.right());
    }
    return rows.places(asked);
  }

  private static PartyRows.Place place(Map<String, PartyRows.Place> places, String party) {
    return Optional.ofNullable(places.get(party))
        .orElseThrow(() -> new IllegalArgumentException("Cannot find party: " + party));
  }

  private static long count(Matches matches, Link.Standing standing) {
    return matches.links().stream().filter(link -> link.standing() == standing).count();
  }

  private Map<String, String> row(
      Link link, Matches matches, Map<String, PartyRows.Place> places, Map<Pair, Review> decided) {
    PartyRows.Place left = place(places, link.left());
    PartyRows.Place right = place(places, link.right());
    Map<String, String> row = new HashMap<>();
    row.put("match_id", id(link.left(), link.right()));
    row.put("left_party", link.left());
    row.put("right_party", link.right());
    String group = matches.groupOf(link.left());
    if (group.equals(matches.groupOf(link.right()))) {
      row.put("group_key", group);
    }
    row.put("score", link.comparison().score().toPlainString());
    row.put("outcome", link.comparison().outcome().code());
    row.put("standing", link.standing().code());
    row.put("reasons", link.comparison().explain(rules, Language.ZH));
    Optional.ofNullable(decided.get(new Pair(link.left(), link.right())))
        .ifPresent(review -> row.put("decided_at", review.at().toString()));
    row.put("left_submission_id", left.submissionId());
    row.put("left_ordinal", Integer.toString(left.ordinal()));
    row.put("right_submission_id", right.submissionId());
    row.put("right_ordinal", Integer.toString(right.ordinal()));
    return row;
  }

  /** Of a pair of parties, the same in every night. */
  static String id(String left, String right) {
    return HexFormat.of().toHexDigits(Hash.of(left + "|" + right), ID_DIGITS);
  }
}
