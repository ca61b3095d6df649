package xinglin.warehouse.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;

/**
 * What replaces one another, gone through in the order of receipt. Knows what counts at the moment,
 * what is refused and unresolved, and which versions were replaced before.
 */
final class Slot {
  private final String name;
  private final JudgingRules rules;
  private final Map<String, Instant> replaced = new HashMap<>();
  private Optional<Member> counting = Optional.empty();
  private Optional<Member> refused = Optional.empty();
  private Map<String, CumulativeCount> counts = Map.of();
  private boolean judging;

  Slot(String name, JudgingRules rules) {
    this.name = name;
    this.rules = rules;
  }

  String name() {
    return name;
  }

  /**
   * What a submission is worth where it stands.
   *
   * @param sameAs what it repeats, empty if nothing
   * @param formerId what counted before it, empty if nothing
   */
  record Judgement(Verdict verdict, String sameAs, String formerId, List<Issue> issues) {}

  /**
   * Takes the next submission. Those before the first new one are as they were judged; from there
   * on each is judged, again if it was judged before.
   *
   * @param given its cumulative counts, empty unless its form is cumulative
   */
  Optional<Judgement> next(Member member, Map<String, CumulativeCount> given) {
    judging |= member.isNew();
    Judgement judgement =
        judging
            ? judge(member, given)
            : new Judgement(member.verdict(), member.sameAs(), "", List.of());
    if (judgement.verdict() != Verdict.DUPLICATE) {
      remember(member, judgement.verdict(), given);
    }
    return judging ? Optional.of(judgement) : Optional.empty();
  }

  private Judgement judge(Member member, Map<String, CumulativeCount> given) {
    String former = counting.map(Member::submissionId).orElse("");
    Optional<Member> same =
        counting.filter(member::repeats).or(() -> refused.filter(member::repeats));
    if (same.isPresent()) {
      return new Judgement(Verdict.DUPLICATE, same.get().submissionId(), former, List.of());
    }
    List<Issue> issues = new ArrayList<>();
    boolean drops = false;
    if (member.fileVerdict().counts() && counting.isPresent()) {
      earlierVersion(member, counting.get()).ifPresent(issues::add);
      List<Issue> dropped = drops(member, counting.get(), given);
      issues.addAll(dropped);
      drops = dropped.stream().filter(rules::asks).findFirst().filter(rules::rejects).isPresent();
    }
    return new Judgement(drops ? Verdict.REJECTED : member.fileVerdict(), "", former, issues);
  }

  private Optional<Issue> earlierVersion(Member member, Member latest) {
    Instant first = replaced.get(member.contentDigest());
    if (first == null || member.contentDigest().equals(latest.contentDigest())) {
      return Optional.empty();
    }
    return Optional.of(
        Issue.of("EARLIER_VERSION_AGAIN")
            .at(member.sheet(), "")
            .with("received", Days.of(first))
            .with("replaced", Days.of(latest.receivedAt())));
  }

  private List<Issue> drops(Member member, Member latest, Map<String, CumulativeCount> given) {
    List<Issue> issues = new ArrayList<>();
    if (member.periodEnd().isBefore(latest.periodEnd())) {
      return issues;
    }
    given.forEach(
        (counted, count) -> {
          CumulativeCount before = counts.get(counted);
          if (before != null && count.value().compareTo(before.value()) < 0) {
            issues.add(
                count
                    .issue()
                    .with("previous", before.text())
                    .with("received", Days.of(latest.receivedAt())));
          }
        });
    return issues;
  }

  private void remember(Member member, Verdict verdict, Map<String, CumulativeCount> given) {
    if (verdict.counts()) {
      counting.ifPresent(
          before -> replaced.putIfAbsent(before.contentDigest(), before.receivedAt()));
      counting = Optional.of(member);
      refused = Optional.empty();
      counts = given;
    } else {
      refused = Optional.of(member);
    }
  }
}
