package xinglin.warehouse.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;

/**
 * What replaces one another, gone through in the order of receipt. Knows what counts at the moment
 * and what is refused and unresolved.
 */
final class Slot {
  private final String name;
  private final JudgingRules rules;
  private Optional<Member> counting = Optional.empty();
  private Optional<Member> refused = Optional.empty();
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
   * @param drops what it has less than earlier submissions, empty unless its form is cumulative
   */
  Optional<Judgement> next(Member member, List<CumulativeDrop> drops) {
    judging |= member.isNew();
    Judgement judgement =
        judging
            ? judge(member, drops)
            : new Judgement(member.verdict(), member.sameAs(), "", List.of());
    if (judgement.verdict() != Verdict.DUPLICATE) {
      remember(member, judgement.verdict());
    }
    return judging ? Optional.of(judgement) : Optional.empty();
  }

  private Judgement judge(Member member, List<CumulativeDrop> drops) {
    String former = counting.map(Member::submissionId).orElse("");
    Optional<Member> same =
        counting.filter(member::repeats).or(() -> refused.filter(member::repeats));
    if (same.isPresent()) {
      return new Judgement(Verdict.DUPLICATE, same.get().submissionId(), former, List.of());
    }
    List<Issue> issues = new ArrayList<>();
    boolean rejected = false;
    if (member.fileVerdict().counts() && counting.isPresent()) {
      drops.stream()
          .filter(drop -> drop.formerId().equals(former))
          .map(CumulativeDrop::issue)
          .forEach(issues::add);
      rejected = issues.stream().filter(rules::asks).findFirst().filter(rules::rejects).isPresent();
    }
    return new Judgement(rejected ? Verdict.REJECTED : member.fileVerdict(), "", former, issues);
  }

  private void remember(Member member, Verdict verdict) {
    if (verdict.counts()) {
      counting = Optional.of(member);
      refused = Optional.empty();
    } else {
      refused = Optional.of(member);
    }
  }
}
