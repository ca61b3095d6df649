package xinglin.schemas.match.compare;

import java.util.Optional;
import xinglin.schemas.match.evidence.EvidenceKind;
import xinglin.schemas.match.party.Features;
import xinglin.schemas.match.place.Address;
import xinglin.schemas.match.place.BirthDate;
import xinglin.schemas.match.place.IdentityNumber;

/** Compares birth dates, identity numbers and places. */
public final class PlaceComparer {
  private PlaceComparer() {}

  public static void births(Features left, Features right, Tally tally) {
    if (left.birth().isPresent() && right.birth().isPresent()) {
      birth(left.birth().get(), right.birth().get()).ifPresent(tally::add);
    }
  }

  private static Optional<EvidenceKind> birth(BirthDate left, BirthDate right) {
    if (left.isWhole() && right.isWhole()) {
      return Optional.of(whole(left, right));
    }
    if (left.year() != right.year()) {
      boolean isNear = Math.abs(left.year() - right.year()) == 1;
      return isNear ? Optional.empty() : Optional.of(EvidenceKind.BIRTH_DIFFERENT);
    }
    if (left.month() == 0 || right.month() == 0) {
      return Optional.of(EvidenceKind.BIRTH_YEAR);
    }
    return Optional.of(
        left.month() == right.month() ? EvidenceKind.BIRTH_MONTH : EvidenceKind.BIRTH_DIFFERENT);
  }

  private static EvidenceKind whole(BirthDate left, BirthDate right) {
    if (left.equals(right)) {
      return EvidenceKind.BIRTH_SAME;
    }
    boolean isSameDay = left.month() == right.month() && left.day() == right.day();
    if (left.year() == right.year() && left.dayKey() == right.dayKey()) {
      return EvidenceKind.BIRTH_SWAPPED;
    }
    if (isSameDay && Math.abs(left.year() - right.year()) == 1) {
      return EvidenceKind.BIRTH_NEAR;
    }
    return left.differingDigits(right) == 1
        ? EvidenceKind.BIRTH_TYPO
        : EvidenceKind.BIRTH_DIFFERENT;
  }

  public static void identities(Features left, Features right, Tally tally) {
    if (left.identity().isEmpty() || right.identity().isEmpty()) {
      return;
    }
    IdentityNumber one = left.identity().get();
    IdentityNumber other = right.identity().get();
    int differing = one.differing(other);
    boolean whole = one.isWhole() && other.isWhole();
    boolean isTypo = whole && differing <= 2 && !(one.isValid() && other.isValid());
    if (differing > 0) {
      tally.add(
          isTypo ? EvidenceKind.IDENTITY_TYPO : EvidenceKind.IDENTITY_DIFFERENT,
          isTypo ? differing : 0,
          0);
    } else {
      seen(one.agreeingArea(other), one.agreeingTail(other), tally);
    }
  }

  /** What is seen of two numbers of whoever is in charge. */
  public enum Numbers {
    UNKNOWN,
    ALIKE,
    DIFFERENT
  }

  public static Numbers numbers(Features left, Features right) {
    if (left.identity().isEmpty() || right.identity().isEmpty()) {
      return Numbers.UNKNOWN;
    }
    IdentityNumber one = left.identity().get();
    IdentityNumber other = right.identity().get();
    if (one.differing(other) > 0) {
      return Numbers.DIFFERENT;
    }
    return one.agreeingTail(other) > 1 ? Numbers.ALIKE : Numbers.UNKNOWN;
  }

  public static boolean isBirthKnown(Tally tally) {
    return tally.has(EvidenceKind.BIRTH_SAME)
        || tally.has(EvidenceKind.BIRTH_MONTH)
        || tally.has(EvidenceKind.BIRTH_SWAPPED)
        || tally.has(EvidenceKind.BIRTH_TYPO);
  }

  /** Digits of the area go with the place, so that three of them count as one of the others. */
  private static void seen(int area, int tail, Tally tally) {
    if (area + tail > 0) {
      tally.addPlaces(EvidenceKind.IDENTITY_SEEN, area + tail, area / 3 + tail);
    }
  }

  /** The nearest thing that the two places have in common. */
  public static void places(Features left, Features right, Tally tally) {
    Address.Nearness nearness = left.address().compare(right.address());
    boolean isSameCounty = left.county() != 0 && left.county() == right.county();
    boolean isSameCity = left.city() != 0 && left.city() == right.city();
    switch (nearness) {
      case HOUSE -> tally.add(EvidenceKind.HOUSE_SAME);
      case LANE -> tally.add(EvidenceKind.LANE_SAME);
      case ROAD -> tally.add(EvidenceKind.ROAD_SAME);
      case TOWN -> tally.add(EvidenceKind.TOWN_SAME);
      case COUNTY -> tally.add(EvidenceKind.COUNTY_SAME);
      case UNKNOWN, OTHER -> {
        if (isSameCounty) {
          tally.add(EvidenceKind.COUNTY_SAME);
        } else if (isSameCity) {
          tally.add(EvidenceKind.CITY_SAME);
        } else if (left.city() != 0 && right.city() != 0) {
          tally.add(EvidenceKind.PLACE_DIFFERENT);
        }
      }
    }
  }
}
