package xinglin.jobs.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xinglin.warehouse.query.PublishedRows;

/**
 * What the published file says behind a rolled-up form.
 *
 * @param doubts figures that are not known exactly
 * @param texts words, where reports say different ones
 */
record Behind(
    Map<Sum.Key, Sum> sums, List<Reporter> reporters, List<Said> doubts, List<Said> texts) {

  Behind {
    sums = Map.copyOf(sums);
    reporters = List.copyOf(reporters);
    doubts = List.copyOf(doubts);
    texts = List.copyOf(texts);
  }

  static Behind of(RollupAsked asked, PublishedRows published) {
    Map<Sum.Key, Sum> sums = new HashMap<>();
    published.list("rollup/figures.sql", asked.parameters()).stream()
        .map(Sum::of)
        .forEach(sum -> sums.put(sum.key(), sum));
    boolean differ = sums.values().stream().anyMatch(sum -> sum.texts() > 1);
    return new Behind(
        sums,
        published.list("rollup/reporters.sql", asked.parameters()).stream()
            .map(Reporter::of)
            .toList(),
        published.list("rollup/doubts.sql", asked.parameters()).stream().map(Said::doubt).toList(),
        differ
            ? published.list("rollup/texts.sql", asked.parameters()).stream()
                .map(Said::text)
                .toList()
            : List.of());
  }
}
