package xinglin.jobs.exchange.answer;

import java.util.function.Consumer;

/** What became of the records of a package, as far as they were not simply accepted. */
@FunctionalInterface
public interface RowJudgements {
  /**
   * Tells rows in their order.
   *
   * @param dataId delivery of the data part
   */
  void each(String dataId, Consumer<JudgedRow> sink);

  /** Those of both; a data part has records of one kind only. */
  default RowJudgements and(RowJudgements others) {
    return (dataId, sink) -> {
      each(dataId, sink);
      others.each(dataId, sink);
    };
  }
}
