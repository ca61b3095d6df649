package xinglin.schemas.drift.like;

import xinglin.schemas.finding.Wording;

/**
 * How alike two labels are.
 *
 * @param score 1 for the same words, 0 for nothing in common
 * @param known the known label that was compared
 * @param reason why, in one clause
 */
public record Likeness(double score, String known, Wording reason) {
  /** Of labels that have nothing in common. */
  public static final Likeness NONE = new Likeness(0, "", new Wording("字面不相似", "no words alike"));

  public boolean isSame() {
    return score >= 1;
  }
}
