import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.matchers.AbstractMatchListener;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.Score;
import xinglin.schemas.match.labelled.Labelled;
import xinglin.schemas.match.labelled.LabelledSet;
import xinglin.schemas.match.party.Party;
import xinglin.schemas.match.place.BirthDate;
import xinglin.schemas.match.place.IdentityNumber;

/**
 * The peer on the same set: Duke with its own database and comparators, and every help that its
 * users would give it: widths and spaces folded, dates in one notation, the birth date read out of
 * the number. The threshold is the best for F1 on another seed.
 */
public final class MatchingDuke {
  private static final long TUNED_ON = 7;

  public static void main(String[] arguments) {
    List<Labelled> tuning = LabelledSet.of(TUNED_ON, 5000);
    double best = best(new Score(tuning), found(tuning));
    List<Labelled> records =
        LabelledSet.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    Score score = new Score(records);
    Timed timed = new Timed();
    Map<Pair, Double> found = found(records);
    String took = timed.took();
    Set<Pair> matched = above(found, best);
    System.out.printf("Duke, threshold %.3f:           %s%n", best, score.of(matched));
    System.out.println("  " + took);
    for (double wanted : new double[] {0.9, 0.95, 0.99}) {
      threshold(score, found, wanted)
          .ifPresent(
              at ->
                  System.out.printf(
                      "  where its precision is at least %.2f (threshold %.3f): %s%n",
                      wanted, at, score.of(above(found, at))));
    }
    Timed.byFault(score, matched, Optional.empty());
  }

  private static double best(Score score, Map<Pair, Double> found) {
    double best = 0.5;
    double most = 0;
    for (double at = 0.5; at < 1; at += 0.005) {
      double f1 = score.of(above(found, at)).f1();
      if (f1 > most) {
        most = f1;
        best = at;
      }
    }
    return best;
  }

  /** The lowest threshold that reaches a precision on the set itself: a help that ours has not. */
  private static Optional<Double> threshold(Score score, Map<Pair, Double> found, double wanted) {
    for (double at = 0.5; at < 1; at += 0.005) {
      Score.Result result = score.of(above(found, at));
      if (result.found() > 0 && result.precision() >= wanted) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Set<Pair> above(Map<Pair, Double> found, double threshold) {
    Set<Pair> pairs = new HashSet<>();
    found.forEach((pair, confidence) -> {
      if (confidence >= threshold) {
        pairs.add(pair);
      }
    });
    return pairs;
  }

  private static Map<Pair, Double> found(List<Labelled> records) {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setThreshold(0.5);
    configuration.setProperties(
        List.of(
            new PropertyImpl("ID"),
            property("NAME", new JaroWinkler(), 0.92, 0.1),
            property("BIRTH", new Levenshtein(), 0.92, 0.05),
            property("ADDRESS", new QGramComparator(), 0.85, 0.35),
            property("DIVISION", new ExactComparator(), 0.6, 0.42),
            property("HEAD", new JaroWinkler(), 0.85, 0.2),
            property("NUMBER", new ExactComparator(), 0.99, 0.01)));
    LuceneDatabase database = new LuceneDatabase();
    database.setMaxSearchHits(60);
    database.setConfiguration(configuration);
    configuration.setDatabase(database);
    Processor processor = new Processor(configuration, database);
    Map<Pair, Double> found = new HashMap<>();
    processor.addMatchListener(
        new AbstractMatchListener() {
          @Override
          public void matches(Record left, Record right, double confidence) {
            String one = left.getValue("ID");
            String other = right.getValue("ID");
            String party = one.substring(0, one.indexOf('#'));
            String second = other.substring(0, other.indexOf('#'));
            if (!party.equals(second)) {
              found.merge(new Pair(party, second), confidence, Math::max);
            }
          }
        });
    List<Record> all = new ArrayList<>();
    for (Labelled one : records) {
      all.add(record(one.party(), all.size()));
    }
    processor.deduplicate(all);
    processor.close();
    return found;
  }

  private static Property property(String name, Comparator comparator, double high, double low) {
    PropertyImpl property = new PropertyImpl(name, comparator, low, high);
    property.setLookupBehaviour(
        name.equals("DIVISION") ? Property.Lookup.FALSE : Property.Lookup.TRUE);
    return property;
  }

  private static Record record(Party party, int number) {
    RecordImpl record = new RecordImpl();
    record.addValue("ID", party.id() + "#" + number);
    add(record, "NAME", clean(party.name()).replaceAll("[(（].*", ""));
    Optional<IdentityNumber> identity = party.identity().flatMap(IdentityNumber::read);
    party
        .birth()
        .flatMap(BirthDate::read)
        .or(() -> identity.flatMap(IdentityNumber::birth))
        .ifPresent(
            birth ->
                add(
                    record,
                    "BIRTH",
                    "%04d%02d%02d".formatted(birth.year(), birth.month(), birth.day())));
    party.address().ifPresent(address -> add(record, "ADDRESS", clean(address)));
    add(record, "DIVISION", party.division());
    party.head().ifPresent(head -> add(record, "HEAD", clean(head)));
    identity
        .filter(IdentityNumber::isWhole)
        .ifPresent(whole -> add(record, "NUMBER", whole.text()));
    return record;
  }

  private static void add(RecordImpl record, String property, String value) {
    if (!value.isEmpty()) {
      record.addValue(property, value);
    }
  }

  private static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s·•.・]", "");
  }
}
