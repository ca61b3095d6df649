package xinglin.schemas.match.labelled;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.match.labelled.Labelled.Fault;
import xinglin.schemas.match.party.Party;
import xinglin.schemas.match.party.Party.Kind;

/**
 * Parties of several regions as they come in, with the truth. Nobody exists: areas of identity
 * numbers begin with 99, which no area has. The same seed gives the same set.
 */
public final class LabelledSet {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private final Dice dice;
  private final Entities entities;
  private final Faults faults;
  private final List<Labelled> records = new ArrayList<>();

  private LabelledSet(long seed) {
    this.dice = new Dice(seed);
    this.entities = new Entities(dice);
    this.faults = new Faults(dice, entities.people());
  }

  /** At least so many records. */
  public static List<Labelled> of(long seed, int count) {
    LabelledSet set = new LabelledSet(seed);
    while (set.records.size() < count) {
      set.record(set.entities.next());
    }
    return List.copyOf(set.records);
  }

  /** Six in ten are penalised once, the others again, here or elsewhere. */
  private void record(Entity entity) {
    int times = dice.chance(0.6) ? 1 : dice.chance(0.68) ? 2 : dice.chance(0.77) ? 3 : 4;
    String number = number(entity);
    for (int time = 0; time < times; time++) {
      records.add(time == 0 ? once(entity, number, false) : once(entity, number, true));
    }
  }

  private Labelled once(Entity entity, String number, boolean again) {
    Set<Fault> wrong = EnumSet.noneOf(Fault.class);
    Places.Place place = entity.place();
    if (again && dice.chance(0.35)) {
      place = entities.places().elsewhere(place);
      wrong.add(Fault.MOVED);
    } else if (again && dice.chance(0.3)) {
      place = entities.places().near(place);
      wrong.add(Fault.MOVED);
    }
    return entity.kind() == Kind.PERSON
        ? person(entity, number, place, wrong)
        : organisation(entity, number, place, wrong);
  }

  private Labelled person(Entity entity, String number, Places.Place place, Set<Fault> wrong) {
    String name = faults.person(entity.name(), wrong);
    boolean isKnown = dice.chance(0.25);
    Optional<String> identity =
        isKnown
            ? Optional.of(number)
            : dice.chance(0.35) ? Optional.of(mask(number)) : Optional.empty();
    Optional<String> birth = Optional.empty();
    if (!isKnown && dice.chance(0.7)) {
      birth = Optional.of(faults.birth(entity.birth(), wrong));
    } else if (!isKnown) {
      wrong.add(Fault.NO_BIRTH);
    }
    return labelled(
        entity, Kind.PERSON, isKnown, name, birth, identity, place, Optional.empty(), wrong);
  }

  private Labelled organisation(
      Entity entity, String number, Places.Place place, Set<Fault> wrong) {
    if (entity.kind() == Kind.SOLE_TRADER && dice.chance(0.2)) {
      wrong.add(Fault.BY_OPERATOR);
      boolean hasBirth = dice.chance(0.6);
      Optional<String> birth =
          hasBirth ? Optional.of(faults.birth(entity.birth(), wrong)) : Optional.empty();
      String name = faults.person(entity.head(), wrong);
      return labelled(
          entity,
          Kind.PERSON,
          false,
          name,
          birth,
          Optional.empty(),
          place,
          Optional.empty(),
          wrong);
    }
    String name = faults.organisation(entity, wrong);
    Optional<String> head =
        dice.chance(0.75)
            ? Optional.of(dice.chance(0.1) ? faults.person(entity.head(), wrong) : entity.head())
            : Optional.empty();
    boolean isKnown = dice.chance(0.4);
    Optional<String> ofHead =
        head.isPresent() && dice.chance(0.4) ? Optional.of(mask(number)) : Optional.empty();
    return labelled(
        entity, entity.kind(), isKnown, name, Optional.empty(), ofHead, place, head, wrong);
  }

  private Labelled labelled(
      Entity entity,
      Kind kind,
      boolean isKnown,
      String name,
      Optional<String> birth,
      Optional<String> identity,
      Places.Place place,
      Optional<String> head,
      Set<Fault> wrong) {
    Optional<String> address = Optional.empty();
    if (dice.chance(0.75)) {
      address = Optional.of(entities.places().write(place));
    } else {
      wrong.add(Fault.NO_ADDRESS);
    }
    String prefix = kind == Kind.PERSON ? "p" : "o";
    String id =
        isKnown ? "%s%07x".formatted(prefix, entity.number()) : "x%07x".formatted(records.size());
    Party party = new Party(id, kind, isKnown, name, birth, identity, address, place.code(), head);
    return new Labelled(party, entity.number(), Set.copyOf(wrong));
  }

  /** Valid but for its area, which does not exist. */
  private String number(Entity entity) {
    String digits =
        "99%s%s%03d"
            .formatted(
                "%04d".formatted(entity.holder() % 7919), entity.birth(), entity.holder() % 1000);
    int sum = 0;
    for (int at = 0; at < WEIGHTS.length; at++) {
      sum += (digits.charAt(at) - '0') * WEIGHTS[at];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }

  private String mask(String number) {
    return switch (dice.below(4)) {
      case 0 -> number.substring(0, 6) + "********" + number.substring(14);
      case 1 -> number.substring(0, 10) + "****" + number.substring(14);
      case 2 -> number.substring(0, 14) + "****";
      default -> number.substring(0, 3) + "*".repeat(13) + number.substring(16);
    };
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d records", records.size());
  }
}
