package xinglin.jobs.exchange.answer;

import java.util.List;
import java.util.Optional;

/**
 * What became of all records of a package.
 *
 * @param listed the first ones that were not simply accepted
 * @param details about the file that has all of them; empty if there are none
 */
record Judgement(
    int accepted,
    int remarked,
    int rejected,
    int duplicate,
    List<JudgedRow> listed,
    Optional<Details> details) {
  /** Name of the file with all rows that were not simply accepted. */
  static final String DETAILS = "judged.csv";

  Judgement {
    listed = List.copyOf(listed);
  }

  /** The plain file. */
  record Details(int rows, String digest) {}
}
