import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.match.Decisions;
import xinglin.schemas.match.Matcher;
import xinglin.schemas.match.Matches;
import xinglin.schemas.match.labelled.Labelled;
import xinglin.schemas.match.labelled.LabelledSet;
import xinglin.schemas.match.party.Party;

/** Time and memory of ours alone for many parties. */
public final class MatchingMany {
  public static void main(String[] arguments) {
    List<Party> parties = new ArrayList<>();
    for (Labelled one :
        LabelledSet.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]))) {
      parties.add(one.party());
    }
    System.gc();
    Timed timed = new Timed();
    Matches matches =
        new Matcher(Definitions.load(Optional.empty()).matching(), 2)
            .match(parties, Decisions.none());
    System.out.printf(
        "%d parties: %s, %d pairs compared, %d links%n",
        matches.parties(), timed.took(), matches.comparisons(), matches.links().size());
  }
}
