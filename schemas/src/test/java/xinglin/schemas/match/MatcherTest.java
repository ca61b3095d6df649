package xinglin.schemas.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.evidence.Comparison;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.labelled.Labelled;
import xinglin.schemas.match.labelled.LabelledSet;
import xinglin.schemas.match.party.Party;

/** Properties that hold for any set, shown on an invented one; and what people decide. */
class MatcherTest {
  private static final int RECORDS = 3000;
  private static final MatchingRules RULES = Definitions.load(Optional.empty()).matching();
  private static final List<Labelled> SET = LabelledSet.of(42, RECORDS);
  private static final List<Party> PARTIES = SET.stream().map(Labelled::party).toList();
  private static final Matches FOUND = new Matcher(RULES, 2).match(PARTIES, Decisions.none());

  @Test
  void neitherOrderNorThreadsMatter() {
    List<Party> shuffled = new ArrayList<>(PARTIES);
    Collections.shuffle(shuffled, new Random(7));
    Matches again = new Matcher(RULES, 1).match(shuffled, Decisions.none());
    assertEquals(FOUND.links(), again.links());
    assertEquals(FOUND.groups(), again.groups());
  }

  @Test
  void comparingIsSymmetric() {
    Matcher matcher = new Matcher(RULES, 1);
    for (int at = 0; at + 1 < 60; at++) {
      assertEquals(
          matcher.compare(PARTIES.get(at), PARTIES.get(at + 1)),
          matcher.compare(PARTIES.get(at + 1), PARTIES.get(at)));
    }
  }

  @Test
  void moreThatAgreesNeverMakesItLessLikely() {
    Matcher matcher = new Matcher(RULES, 1);
    for (Party party : PARTIES.subList(0, 40)) {
      Party bare = with(party, "a", Optional.empty(), Optional.empty(), "");
      Party other = with(party, "b", Optional.empty(), Optional.empty(), "");
      Comparison name = matcher.compare(bare, other);
      Optional<String> birth = Optional.of("1970-03-05");
      Comparison born =
          matcher.compare(
              with(party, "a", birth, Optional.empty(), ""),
              with(party, "b", birth, Optional.empty(), ""));
      Optional<String> road = Optional.of("鼓楼区中山北路120号");
      Comparison lives =
          matcher.compare(
              with(party, "a", birth, road, "320302"), with(party, "b", birth, road, "320302"));
      assertTrue(
          party.kind() != Party.Kind.PERSON || born.bits() > name.bits(), "with birth " + party);
      assertTrue(lives.bits() > born.bits(), "with place " + party);
    }
  }

  private static Party with(
      Party party, String id, Optional<String> birth, Optional<String> address, String division) {
    return new Party(
        id,
        party.kind(),
        false,
        party.name(),
        birth,
        Optional.empty(),
        address,
        division,
        party.head());
  }

  @Test
  void mostOfWhatIsJoinedIsRight() {
    Score score = new Score(SET);
    Score.Result joined = score.of(Score.joined(FOUND));
    assertTrue(joined.precision() > 0.985, joined::toString);
    assertTrue(joined.recall() > 0.6, joined::toString);
    Set<Pair> both = new HashSet<>(Score.joined(FOUND));
    FOUND.links().forEach(link -> both.add(new Pair(link.left(), link.right())));
    Score.Result all = score.of(both);
    assertTrue(all.recall() > 0.75, all::toString);
  }

  @Test
  void twoValidNumbersNeverMeetNotEvenThroughAThird() {
    Set<String> identified = new HashSet<>();
    PARTIES.stream().filter(Party::identified).map(Party::id).forEach(identified::add);
    for (Pair pair : Score.joined(FOUND)) {
      boolean isOneKind = pair.left().charAt(0) == pair.right().charAt(0);
      assertTrue(
          !isOneKind || !identified.contains(pair.left()) || !identified.contains(pair.right()),
          pair::toString);
    }
  }

  @Test
  void whatSomebodyDecidedHolds() {
    Link joined =
        FOUND.links().stream()
            .filter(link -> link.standing() == Link.Standing.JOINED)
            .findFirst()
            .orElseThrow();
    Link proposed =
        FOUND.links().stream()
            .filter(link -> link.standing() == Link.Standing.PROPOSED)
            .findFirst()
            .orElseThrow();
    Pair apart = new Pair(joined.left(), joined.right());
    Pair together = new Pair(proposed.left(), proposed.right());
    Matches decided =
        new Matcher(RULES, 2).match(PARTIES, new Decisions(Map.of(apart, false, together, true)));
    assertTrue(!decided.groupOf(apart.left()).equals(decided.groupOf(apart.right())), "kept apart");
    assertEquals(decided.groupOf(together.left()), decided.groupOf(together.right()), "joined");
    assertEquals(Link.Standing.REFUSED, standing(decided, apart));
    assertEquals(Link.Standing.ACCEPTED, standing(decided, together));
  }

  private static Link.Standing standing(Matches matches, Pair pair) {
    return matches.links().stream()
        .filter(link -> new Pair(link.left(), link.right()).equals(pair))
        .findFirst()
        .orElseThrow()
        .standing();
  }
}
