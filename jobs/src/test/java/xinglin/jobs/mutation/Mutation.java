package xinglin.jobs.mutation;

import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.mutation.draft.Draft;

/**
 * Something that happens to forms between the office that made them and the one that reads them.
 *
 * @param zh what was done, as the reference page says it
 * @param apply the mutated form; empty where it cannot happen to this one
 */
record Mutation(Group group, String zh, Function<Subject, Optional<Mutated>> apply) {

  /** Chapters of the reference page. */
  enum Group {
    NAMED("必验五种", "the five that every form must stand"),
    ROWS("行", "rows"),
    COLUMNS("列", "columns"),
    SHEET("表与工作表", "sheets and several forms"),
    LABELS("栏目名称", "labels"),
    MERGES("合并单元格", "merged cells"),
    VALUES("填写的内容", "what is filled in"),
    LETTER("函件与文件", "letters and documents");

    private final String zh;
    private final String en;

    Group(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    String title() {
      return zh + " · " + en;
    }
  }

  /** A file and what must come of it. */
  record Mutated(Draft draft, Expected expected) {}

  static Optional<Mutated> of(Draft draft, Expected expected) {
    return Optional.of(new Mutated(draft, expected));
  }

  static Optional<Mutated> impossible() {
    return Optional.empty();
  }
}
