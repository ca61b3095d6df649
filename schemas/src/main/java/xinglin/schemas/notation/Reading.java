package xinglin.schemas.notation;

import java.util.Set;
import xinglin.schemas.value.Value;

/**
 * A value read from a cell, with the doubts about it; no doubts means that it was written as it
 * should be.
 */
public record Reading(Value value, Set<Doubt> doubts) {
  public Reading {
    doubts = Set.copyOf(doubts);
  }

  public static Reading of(Value value, Doubt... doubts) {
    return new Reading(value, Set.of(doubts));
  }

  public boolean has(Doubt doubt) {
    return doubts.contains(doubt);
  }
}
