package xinglin.jobs.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.place.Addresses;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.match.PublishedMatch;
import xinglin.warehouse.match.PublishedMatches;
import xinglin.warehouse.restricted.RestrictedReader;
import xinglin.warehouse.restricted.RestrictedRow;

/** What waits for somebody to decide, with what is known of both parties. */
public final class ReviewList {
  private static final String TABLE = "penalty_source";
  private final Home home;
  private final Reviews reviews;

  public ReviewList(Home home, Ledger ledger) {
    this.home = home;
    this.reviews = new Reviews(ledger);
  }

  /**
   * A pair with what somebody decided since or before.
   *
   * @param standing as decided now, else as published
   */
  public record Entry(PublishedMatch match, String standing, Optional<Review> review) {
    public Pair pair() {
      return new Pair(match.left().party(), match.right().party());
    }
  }

  /** Values of one party by column, those that are known. */
  public record Person(Map<String, String> values) {
    public Person {
      values = new LinkedHashMap<>(values);
    }
  }

  /** All published pairs; what was decided since the last publish already stands so. */
  public List<Entry> all() {
    Map<Pair, Review> standing = reviews.standing();
    List<Entry> entries = new ArrayList<>();
    for (PublishedMatch match : PublishedMatches.read(home.published())) {
      Optional<Review> review =
          Optional.ofNullable(standing.get(new Pair(match.left().party(), match.right().party())));
      entries.add(new Entry(match, standing(match, review), review));
    }
    return entries;
  }

  private static String standing(PublishedMatch match, Optional<Review> review) {
    if (review.isPresent()) {
      return review.get().decision() == Review.Decision.ACCEPT ? "accepted" : "refused";
    }
    boolean isUndone = match.standing().equals("accepted") || match.standing().equals("refused");
    return isUndone ? "proposed" : match.standing();
  }

  /** The pair of this id, or one whose id begins so if there is only one. */
  public Optional<Entry> find(String id) {
    List<Entry> found = all().stream().filter(entry -> entry.match().id().startsWith(id)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  public void decide(Review review) {
    reviews.add(review);
  }

  /**
   * What is known of the parties of these pairs, by submission and ordinal: {@code id/0}. The read
   * is logged.
   *
   * @param isMasked whether names, numbers, dates and houses are masked
   */
  public Map<String, Person> people(Lake lake, List<Entry> entries, boolean isMasked) {
    TreeSet<String> wanted = new TreeSet<>();
    for (Entry entry : entries) {
      wanted.add(key(entry.match().left()));
      wanted.add(key(entry.match().right()));
    }
    List<String> submissions =
        wanted.stream().map(key -> key.substring(0, key.lastIndexOf('/'))).distinct().toList();
    return new RestrictedReader(home, lake)
        .rows(TABLE, submissions, isMasked ? "review, masked" : "review").stream()
            .filter(row -> wanted.contains(row.id() + "/" + row.ordinal()))
            .collect(
                Collectors.toMap(
                    row -> row.id() + "/" + row.ordinal(), row -> person(row, isMasked)));
  }

  /** How {@link #people} names the record of one side. */
  public static String key(PublishedMatch.Side side) {
    return side.submissionId() + "/" + side.ordinal();
  }

  private static Person person(RestrictedRow row, boolean isMasked) {
    Map<String, String> known = row.values();
    Map<String, String> shown = new LinkedHashMap<>();
    put(shown, "name", known.get("party_name"), isMasked ? Masked::name : text -> text);
    put(shown, "birth", known.get("birth_date"), isMasked ? Masked::birth : text -> text);
    put(shown, "number", known.get("id_number"), isMasked ? Masked::number : text -> text);
    put(shown, "head", known.get("representative"), isMasked ? Masked::name : text -> text);
    put(
        shown,
        "head_number",
        known.get("representative_id"),
        isMasked ? Masked::number : text -> text);
    String address =
        Optional.ofNullable(known.get("address"))
            .or(() -> Optional.ofNullable(known.get("facts")).flatMap(Addresses::inText))
            .orElse("");
    put(shown, "address", address, isMasked ? Masked::address : text -> text);
    return new Person(shown);
  }

  private static void put(
      Map<String, String> shown,
      String name,
      @org.jspecify.annotations.Nullable String value,
      UnaryOperator<String> mask) {
    if (value != null && !value.isBlank()) {
      shown.put(name, mask.apply(value));
    }
  }
}
