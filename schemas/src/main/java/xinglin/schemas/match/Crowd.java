package xinglin.schemas.match;

import java.util.BitSet;
import xinglin.schemas.match.name.Characters;
import xinglin.schemas.match.name.Hash;
import xinglin.schemas.match.party.Features;
import xinglin.schemas.match.party.HashCounts;

/**
 * The parties of a set by number, and which of them could be one: they share a key, and not each of
 * them has a valid number of its own. Most parties have, and most keys are shared by such parties
 * alone: nothing more needs to be known of them.
 */
final class Crowd {
  private final Characters characters;
  private final int most;
  private final BlockIndex index = new BlockIndex();
  private final BitSet numberedPersons = new BitSet();
  private final BitSet numberedOthers = new BitSet();
  private final HashCounts ids = new HashCounts();
  private int size;
  private long order;

  /**
   * @param most a key that more parties share brings none of them together
   */
  Crowd(Characters characters, int most) {
    this.characters = characters;
    this.most = most;
  }

  /** Takes the next party in; how rare its names are does not matter. */
  void add(Features party) {
    int number = size;
    order = Hash.mix(order, Hash.of(party.id()));
    new BlockKeys(characters, key -> index.add(key, number)).of(party);
    ids.add(Hash.of(party.id()));
    if (party.identified()) {
      (party.isPerson() ? numberedPersons : numberedOthers).set(number);
    }
    size++;
  }

  /** Tells whether the same parties came in the same order. */
  long order() {
    return order;
  }

  /** Parties, each way in which one is known counted. */
  int size() {
    return size;
  }

  /** Parties with an id of their own. */
  int ids() {
    return ids.different();
  }

  /** Ends adding. */
  void sort() {
    index.sort();
  }

  /** Keys of all parties. */
  int keys() {
    return index.length();
  }

  /** Parties that could be one with another. */
  BitSet open() {
    BitSet open = new BitSet(size);
    pairs(
        0,
        keys(),
        (left, right) -> {
          open.set(left);
          open.set(right);
        });
    return open;
  }

  /** Pairs that could be one, of a stretch of the keys. */
  void pairs(int from, int to, BlockIndex.Pairs pairs) {
    index.pairs(
        from,
        to,
        most,
        (left, right) -> {
          if (!areApart(left, right)) {
            pairs.take(left, right);
          }
        });
  }

  /** Two valid numbers of one kind are two parties. */
  private boolean areApart(int left, int right) {
    return (numberedPersons.get(left) && numberedPersons.get(right))
        || (numberedOthers.get(left) && numberedOthers.get(right));
  }
}
