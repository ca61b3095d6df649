import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.match.Decisions;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.Link;
import xinglin.schemas.match.Matcher;
import xinglin.schemas.match.Matches;
import xinglin.schemas.match.Score;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.labelled.Labelled;
import xinglin.schemas.match.labelled.LabelledSet;
import xinglin.schemas.match.party.Party;

/** Ours on the labelled set: what is joined without anybody, and with all that is proposed. */
public final class MatchingOurs {
  public static void main(String[] arguments) {
    List<Labelled> records =
        LabelledSet.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    Score score = new Score(records);
    MatchingRules rules = Definitions.load(Optional.empty()).matching();
    Timed timed = new Timed();
    Matches matches =
        new Matcher(rules, 2)
            .match(records.stream().map(Labelled::party).toList(), Decisions.none());
    String took = timed.took();
    Set<Pair> sure = Score.joined(matches);
    Set<Pair> both = new HashSet<>(sure);
    int proposed = 0;
    int right = 0;
    for (Link link : matches.links()) {
      if (link.standing() == Link.Standing.PROPOSED) {
        Pair pair = new Pair(link.left(), link.right());
        both.add(pair);
        proposed++;
        right += score.isTrue(pair) ? 1 : 0;
      }
    }
    System.out.printf("%d parties, %d true pairs%n", matches.parties(), score.size());
    System.out.println("ours, joined without anybody: " + score.of(sure));
    System.out.println("ours, with what is proposed:  " + score.of(both));
    System.out.printf("  proposed for review: %d pairs, %d of them right%n", proposed, right);
    System.out.printf("  %s, %d pairs compared%n", took, matches.comparisons());
    told(records, rules, score, sure, both);
    Timed.byFault(score, sure, Optional.of(both));
  }

  /**
   * Of the true pairs those that show more than names and towns: a birth date, digits, a house, a
   * head, a former name. Of the others nobody could tell.
   */
  private static void told(
      List<Labelled> records, MatchingRules rules, Score score, Set<Pair> sure, Set<Pair> both) {
    Map<String, List<Party>> known = new HashMap<>();
    for (Labelled one : records) {
      known.computeIfAbsent(one.party().id(), id -> new ArrayList<>()).add(one.party());
    }
    Matcher matcher = new Matcher(rules, 1);
    Set<Pair> told = new HashSet<>();
    for (Pair pair : score.truth().keySet()) {
      for (Party left : known.get(pair.left())) {
        for (Party right : known.get(pair.right())) {
          if (matcher.compare(left, right).evidence().stream()
              .anyMatch(evidence -> rules.weight(evidence.kind()).supports())) {
            told.add(pair);
          }
        }
      }
    }
    long joined = told.stream().filter(sure::contains).count();
    long proposed = told.stream().filter(both::contains).count();
    System.out.printf(
        "  %d true pairs show more than names and towns: %.3f of them joined, %.3f with what is proposed%n",
        told.size(), joined / (double) told.size(), proposed / (double) told.size());
  }
}
