package xinglin.schemas.match.compare;

import java.util.Optional;
import xinglin.schemas.match.evidence.EvidenceKind;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.name.Characters;
import xinglin.schemas.match.name.Name;
import xinglin.schemas.match.party.WeighedName;

/**
 * Compares two names by code points. Where they can be laid side by side in several ways the best
 * one counts.
 */
public final class NameComparer {
  private final MatchingRules rules;
  private final Characters characters;

  NameComparer(MatchingRules rules, Characters characters) {
    this.rules = rules;
    this.characters = characters;
  }

  /** Kinds of evidence for one kind of name. */
  public enum Words {
    PERSON,
    CORE;

    private EvidenceKind same() {
      return this == PERSON ? EvidenceKind.NAME_SAME : EvidenceKind.CORE_SAME;
    }

    private EvidenceKind alike() {
      return this == PERSON ? EvidenceKind.NAME_ALIKE : EvidenceKind.CORE_ALIKE;
    }

    private EvidenceKind missing() {
      return this == PERSON ? EvidenceKind.NAME_MISSING : EvidenceKind.CORE_MISSING;
    }

    private EvidenceKind different() {
      return this == PERSON ? EvidenceKind.NAME_DIFFERENT : EvidenceKind.CORE_DIFFERENT;
    }

    private EvidenceKind of(Characters.Likeness likeness) {
      return switch (likeness) {
        case SAME -> alike();
        case SOUND -> this == PERSON ? EvidenceKind.NAME_SOUND : EvidenceKind.CORE_SOUND;
        case NEAR_SOUND -> this == PERSON ? EvidenceKind.NAME_NEAR_SOUND : EvidenceKind.CORE_SOUND;
        case SHAPE -> this == PERSON ? EvidenceKind.NAME_SHAPE : EvidenceKind.CORE_SHAPE;
        case OTHER -> this == PERSON ? EvidenceKind.NAME_OTHER : EvidenceKind.CORE_OTHER;
      };
    }
  }

  /** What two names say; never worse than that they differ. */
  public Tally compare(WeighedName left, WeighedName right, Words words) {
    if (left.name().isSame(right.name()) && !left.name().isMasked()) {
      return same(left, right, words);
    }
    Tally different = new Tally(rules);
    different.add(words.different());
    Tally best = different;
    if (left.name().isMasked() || right.name().isMasked()) {
      return masked(left, right).orElse(different);
    }
    int longer = left.name().length() - right.name().length();
    if (longer == 0) {
      best = better(best, sideBySide(left, right, words));
      best = better(best, swapped(left, right, words));
    } else if (Math.abs(longer) == 1) {
      best = better(best, longer > 0 ? missing(left, right, words) : missing(right, left, words));
    }
    if (left.name().isParted() || right.name().isParted()) {
      best = better(best, longer > 0 ? part(left, right) : part(right, left));
    }
    return best;
  }

  private static Tally better(Tally best, Optional<Tally> other) {
    return other.filter(tally -> tally.bits() > best.bits()).orElse(best);
  }

  private Tally same(WeighedName left, WeighedName right, Words words) {
    Tally tally = new Tally(rules);
    tally.add(words.same(), 0, left.whole());
    if (words == Words.PERSON && !left.name().isWrittenAs(right.name())) {
      tally.add(EvidenceKind.NAME_SPACED);
    }
    return tally;
  }

  private Optional<Tally> sideBySide(WeighedName left, WeighedName right, Words words) {
    Tally differences = new Tally(rules);
    double alike = 0;
    int others = 0;
    int length = left.name().length();
    for (int at = 0; at < length; at++) {
      Characters.Likeness likeness = likeness(left.name(), at, right.name(), at);
      if (likeness == Characters.Likeness.SAME) {
        alike += Math.min(left.bits(at), right.bits(at));
      } else {
        boolean sounds = likeness != Characters.Likeness.OTHER;
        double worth = sounds ? Math.min(left.soundBits(at), right.soundBits(at)) : 0;
        differences.add(words.of(likeness), at + 1, worth);
        others += sounds ? 0 : 1;
      }
    }
    return others > Math.max(1, length / 3) || others == length
        ? Optional.empty()
        : Optional.of(together(alike, differences, words, left, right));
  }

  private Characters.Likeness likeness(Name left, int i, Name right, int j) {
    return characters.compare(
        left.character(i), left.reading(i), right.character(j), right.reading(j));
  }

  /** Two characters side by side are the other way round. */
  private Optional<Tally> swapped(WeighedName left, WeighedName right, Words words) {
    if (words == Words.CORE) {
      return Optional.empty();
    }
    int length = left.name().length();
    double alike = 0;
    int swapped = 0;
    for (int at = 0; at < length; at++) {
      if (left.name().character(at) != right.name().character(at)) {
        boolean isSwap =
            at + 1 < length
                && left.name().character(at) == right.name().character(at + 1)
                && left.name().character(at + 1) == right.name().character(at);
        if (!isSwap) {
          return Optional.empty();
        }
        swapped++;
        alike += left.bits(at);
        at++;
      }
      alike += left.bits(at);
    }
    Tally differences = new Tally(rules);
    differences.add(EvidenceKind.NAME_SWAPPED);
    return swapped == 1
        ? Optional.of(together(alike, differences, words, left, right))
        : Optional.empty();
  }

  /** One character of the longer one is missing in the other. */
  private Optional<Tally> missing(WeighedName longer, WeighedName shorter, Words words) {
    Optional<Tally> best = Optional.empty();
    for (int skip = 0; skip < longer.name().length(); skip++) {
      double alike = 0;
      boolean same = true;
      for (int at = 0; at < shorter.name().length() && same; at++) {
        int there = at < skip ? at : at + 1;
        same = longer.name().character(there) == shorter.name().character(at);
        alike += Math.min(longer.bits(there), shorter.bits(at));
      }
      if (same) {
        Tally differences = new Tally(rules);
        differences.add(words.missing(), skip + 1, 0);
        Tally found = together(alike, differences, words, longer, shorter);
        best = best.filter(other -> other.bits() >= found.bits()).or(() -> Optional.of(found));
      }
    }
    return best;
  }

  /** The shorter one begins the longer one: 买买提 of 买买提·艾力. */
  private Optional<Tally> part(WeighedName longer, WeighedName shorter) {
    int length = shorter.name().length();
    double alike = 0;
    for (int at = 0; at < length; at++) {
      if (at >= longer.name().length()
          || longer.name().character(at) != shorter.name().character(at)) {
        return Optional.empty();
      }
      alike += shorter.bits(at);
    }
    Tally tally = new Tally(rules);
    tally.add(EvidenceKind.NAME_PART, 0, Math.min(alike, shorter.whole()));
    return length < 2 ? Optional.empty() : Optional.of(tally);
  }

  private Tally together(
      double alike, Tally differences, Words words, WeighedName left, WeighedName right) {
    Tally tally = new Tally(rules);
    double most = Math.min(left.whole(), right.whole());
    double sum = alike + differences.bits();
    // However many characters are alike, it says no more than the whole name would.
    tally.add(words.alike(), 0, sum > most ? alike - (sum - most) : alike);
    tally.addAll(differences);
    return tally;
  }

  /** What can be seen in front of and behind the mask has to agree. */
  private Optional<Tally> masked(WeighedName left, WeighedName right) {
    double alike = 0;
    int seen = 0;
    Tally differences = new Tally(rules);
    int front = Math.min(left.name().length(), right.name().length());
    for (int at = 0; at < front && !isMask(left, at) && !isMask(right, at); at++) {
      seen++;
      alike += see(left, at, right, at, at + 1, differences);
    }
    for (int back = 1; back < front; back++) {
      int i = left.name().length() - back;
      int j = right.name().length() - back;
      if (isMask(left, i) || isMask(right, j)) {
        break;
      }
      seen++;
      alike += see(left, i, right, j, Math.max(i, j) + 1, differences);
    }
    if (seen == 0 || differences.found().size() > seen / 2) {
      return Optional.empty();
    }
    Tally tally = new Tally(rules);
    tally.add(EvidenceKind.NAME_MASKED, 0, alike);
    tally.addAll(differences);
    return Optional.of(tally);
  }

  private double see(
      WeighedName left, int i, WeighedName right, int j, int place, Tally differences) {
    Characters.Likeness likeness = likeness(left.name(), i, right.name(), j);
    if (likeness == Characters.Likeness.SAME) {
      return Math.min(left.bits(i), right.bits(j));
    }
    boolean sounds = likeness != Characters.Likeness.OTHER;
    double worth = sounds ? Math.min(left.soundBits(i), right.soundBits(j)) : 0;
    differences.add(Words.PERSON.of(likeness), place, worth);
    return 0;
  }

  private static boolean isMask(WeighedName name, int at) {
    return name.name().character(at) == Name.MASK;
  }
}
