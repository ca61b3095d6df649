package xinglin.jobs.mutation;

import java.util.ArrayList;
import java.util.List;

/** All mutations, in the order of the reference page. */
final class Mutations {
  private Mutations() {}

  static List<Mutation> list() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(NamedMutations.list());
    all.addAll(RowMutations.list());
    all.addAll(ColumnMutations.list());
    all.addAll(SheetMutations.list());
    all.addAll(LabelMutations.list());
    all.addAll(MergeMutations.list());
    all.addAll(ValueMutations.list());
    all.addAll(LetterMutations.list());
    return all;
  }
}
