package xinglin.schemas.drift.like;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.value.Labels;

/** Words that forms use for each other, from the code list {@code label_words}. */
public final class Words {
  private static final String LIST = "label_words";
  private final List<Pair> pairs;

  private Words(List<Pair> pairs) {
    this.pairs = pairs;
  }

  /** Of a set of code lists; without the list no word stands for another. */
  public static Words of(CodeLists lists) {
    List<Pair> pairs = new ArrayList<>();
    for (CodeItem item : lists.find(LIST).map(list -> list.items()).orElse(List.of())) {
      String word = Labels.normalise(item.zh());
      item.synonyms().forEach(other -> pairs.add(new Pair(Labels.normalise(other), word)));
    }
    pairs.sort(
        Comparator.comparingInt((Pair pair) -> -pair.word().length()).thenComparing(Pair::word));
    return new Words(List.copyOf(pairs));
  }

  /** The label with every word replaced by the one that stands for its meaning. */
  String plain(String words) {
    String plain = words;
    for (Pair pair : pairs) {
      if (!pair.meaning().contains(pair.word()) || !plain.contains(pair.meaning())) {
        plain = plain.replace(pair.word(), pair.meaning());
      }
    }
    return plain;
  }

  /** The pair of words by which one label became the other, as far as it can be told. */
  Optional<String> between(String left, String right) {
    for (Pair pair : pairs) {
      boolean there = left.contains(pair.word()) && right.contains(pair.meaning());
      boolean back = right.contains(pair.word()) && left.contains(pair.meaning());
      if (there || back) {
        return Optional.of(
            there ? pair.word() + "＝" + pair.meaning() : pair.meaning() + "＝" + pair.word());
      }
    }
    return Optional.empty();
  }

  /** A word and the one that stands for its meaning. */
  private record Pair(String word, String meaning) {}
}
