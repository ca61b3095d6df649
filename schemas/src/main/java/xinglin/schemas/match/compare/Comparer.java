package xinglin.schemas.match.compare;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.match.evidence.Comparison;
import xinglin.schemas.match.evidence.Evidence;
import xinglin.schemas.match.evidence.EvidenceKind;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.evidence.Outcome;
import xinglin.schemas.match.name.Characters;
import xinglin.schemas.match.party.Features;
import xinglin.schemas.match.party.Features.CompanyFeatures;
import xinglin.schemas.match.party.Party;
import xinglin.schemas.match.party.WeighedName;

/** Compares two parties that are ready; symmetric, and of nothing but the two and the rarities. */
public final class Comparer {
  private final MatchingRules rules;
  private final NameComparer names;
  private final double prior;

  /**
   * @param parties how many are compared with each other
   */
  public Comparer(MatchingRules rules, Characters characters, long parties) {
    this.rules = rules;
    this.names = new NameComparer(rules, characters);
    this.prior = -Math.log(Math.max(parties, rules.leastParties())) / Math.log(2);
  }

  public Comparison compare(Features left, Features right) {
    Tally tally = new Tally(rules);
    if (areIdentifiedApart(left, right)) {
      tally.add(EvidenceKind.IDENTITY_DIFFERENT);
      return new Comparison(tally.found(), prior + tally.bits(), Outcome.NO);
    }
    if (left.isPerson() && right.isPerson()) {
      persons(left, right, tally);
    } else if (!left.isPerson() && !right.isPerson()) {
      organisations(left, right, tally);
    } else {
      operator(left, right, tally);
    }
    double bits = prior + tally.bits();
    return new Comparison(tally.found(), bits, outcome(tally, bits));
  }

  private Outcome outcome(Tally tally, double bits) {
    double share = Comparison.share(bits);
    if (share >= rules.sure() && isSupported(tally.found())) {
      return Outcome.SURE;
    }
    return share >= rules.likely() ? Outcome.LIKELY : Outcome.NO;
  }

  private boolean isSupported(List<Evidence> found) {
    return found.stream().anyMatch(evidence -> rules.weight(evidence.kind()).supports());
  }

  /** Two valid numbers of one kind are two parties, whatever else agrees. */
  private static boolean areIdentifiedApart(Features left, Features right) {
    return left.identified()
        && right.identified()
        && left.isPerson() == right.isPerson()
        && !left.id().equals(right.id());
  }

  private void persons(Features left, Features right, Tally tally) {
    tally.addAll(bestName(left, right));
    PlaceComparer.births(left, right, tally);
    PlaceComparer.identities(left, right, tally);
    PlaceComparer.places(left, right, tally);
    household(tally);
  }

  /** A brother lives there, too, and most of his name is the same. */
  private static void household(Tally tally) {
    boolean isSameHouse = tally.has(EvidenceKind.HOUSE_SAME) || tally.has(EvidenceKind.LANE_SAME);
    boolean isOther = tally.has(EvidenceKind.NAME_OTHER) || tally.has(EvidenceKind.NAME_MISSING);
    if (isSameHouse && isOther && !PlaceComparer.isBirthKnown(tally)) {
      tally.add(EvidenceKind.HOUSEHOLD);
    }
  }

  /** Of the names, former ones included; that a name is a former one costs a little. */
  private Tally bestName(Features left, Features right) {
    Tally best = names.compare(left.name(), right.name(), NameComparer.Words.PERSON);
    for (int i = 0; i < left.names().size(); i++) {
      for (int j = 0; j < right.names().size(); j++) {
        boolean isFormer = i > 0 || j > 0;
        boolean isSame = left.names().get(i).name().isSame(right.names().get(j).name());
        if (isFormer && isSame) {
          Tally former = new Tally(rules);
          former.add(EvidenceKind.NAME_FORMER, 0, left.names().get(i).whole());
          best = former.bits() > best.bits() ? former : best;
        }
      }
    }
    return best;
  }

  /** A sole trader is its operator: 个体工商户 beside 自然人. A company is not its head. */
  private void operator(Features left, Features right, Tally tally) {
    Features trader = left.isPerson() ? right : left;
    Features person = left.isPerson() ? left : right;
    if (trader.kind() != Party.Kind.SOLE_TRADER || trader.head().isEmpty()) {
      tally.add(EvidenceKind.NAME_DIFFERENT);
      return;
    }
    Tally name = names.compare(trader.head().get(), person.name(), NameComparer.Words.PERSON);
    if (name.has(EvidenceKind.NAME_SAME)) {
      tally.add(EvidenceKind.OPERATOR_SAME, 0, name.bits());
    } else {
      tally.addAll(name);
    }
    PlaceComparer.births(left, right, tally);
    PlaceComparer.identities(left, right, tally);
    PlaceComparer.places(left, right, tally);
  }

  private void organisations(Features left, Features right, Tally tally) {
    CompanyFeatures one = left.company().orElseThrow();
    CompanyFeatures other = right.company().orElseThrow();
    if (hasFormer(one, other) || hasFormer(other, one)) {
      boolean hasRegion = one.region() != 0 && other.region() != 0;
      tally.add(hasRegion ? EvidenceKind.REGISTERED_FORMER : EvidenceKind.CORE_FORMER);
    } else {
      names(left, right, one, other, tally);
    }
    heads(left, right, tally);
    PlaceComparer.places(left, right, tally);
  }

  private static boolean hasFormer(CompanyFeatures one, CompanyFeatures other) {
    return other.whole() != 0 && one.former().contains(other.whole());
  }

  private void names(
      Features left, Features right, CompanyFeatures one, CompanyFeatures other, Tally tally) {
    Tally core = names.compare(left.name(), right.name(), NameComparer.Words.CORE);
    tally.addAll(core);
    boolean isSame = core.has(EvidenceKind.CORE_SAME);
    boolean isSameTrade = one.trade() == other.trade();
    boolean isSameCounty =
        left.county() != 0 ? left.county() == right.county() : left.city() == right.city();
    if (isSame && isSameTrade && one.form() == other.form() && one.branch() == other.branch()) {
      if (one.region() != 0 && one.region() == other.region()) {
        tally.add(one.form() == 0 ? EvidenceKind.SHOP_SAME : EvidenceKind.REGISTERED_SAME);
        return;
      }
      boolean isLeftOut = (one.region() == 0) != (other.region() == 0);
      if (isLeftOut && isSameCounty) {
        tally.add(EvidenceKind.REGISTERED_SHORT);
        return;
      }
    }
    if (one.trade() != 0 && other.trade() != 0) {
      tally.add(isSameTrade ? EvidenceKind.TRADE_SAME : EvidenceKind.TRADE_DIFFERENT);
    }
    if (one.form() != 0 && other.form() != 0 && one.form() != other.form()) {
      tally.add(EvidenceKind.FORM_DIFFERENT);
    }
    if (one.branch() != other.branch()) {
      tally.add(EvidenceKind.BRANCH_DIFFERENT);
    }
    if (one.region() != 0 && other.region() != 0) {
      tally.add(
          one.region() == other.region()
              ? EvidenceKind.REGION_SAME
              : EvidenceKind.REGION_DIFFERENT);
    }
  }

  private void heads(Features left, Features right, Tally tally) {
    PlaceComparer.Numbers numbers = PlaceComparer.numbers(left, right);
    Optional<WeighedName> one = left.head();
    Optional<WeighedName> other = right.head();
    if (numbers == PlaceComparer.Numbers.DIFFERENT) {
      tally.add(EvidenceKind.HEAD_DIFFERENT);
    } else if (one.isPresent() && other.isPresent()) {
      Tally name = names.compare(one.get(), other.get(), NameComparer.Words.PERSON);
      if (name.has(EvidenceKind.NAME_SAME)) {
        tally.add(EvidenceKind.HEAD_SAME);
      } else if (name.has(EvidenceKind.NAME_DIFFERENT)) {
        tally.add(EvidenceKind.HEAD_DIFFERENT);
      } else if (name.bits() > 0) {
        tally.add(EvidenceKind.HEAD_ALIKE);
      }
    } else if (numbers == PlaceComparer.Numbers.ALIKE) {
      tally.add(EvidenceKind.HEAD_ALIKE);
    }
  }
}
