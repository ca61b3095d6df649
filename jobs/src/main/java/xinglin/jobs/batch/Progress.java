package xinglin.jobs.batch;

/** Told how a run goes, for somebody who watches a terminal. Called from several threads. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (step, done, total) -> {};

  /**
   * @param step for example {@code readForms}
   * @param total 0 where it is not known
   */
  void at(String step, long done, long total);
}
