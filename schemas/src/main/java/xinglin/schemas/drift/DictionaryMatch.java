package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;

/** Looks for what a new label may mean among the measures and practice types that are known. */
public final class DictionaryMatch {
  private static final double ALIKE = 0.8;
  private final Measures measures;
  private final CodeLists lists;
  private final LabelLikeness likeness;

  public DictionaryMatch(Measures measures, CodeLists lists, LabelLikeness likeness) {
    this.measures = measures;
    this.lists = lists;
    this.likeness = likeness;
  }

  /** A measure with this label that the table does not hold yet, in a unit that fits. */
  Optional<String> find(PrintedLabel label, TableLayout layout) {
    List<String> taken = layout.columns().stream().map(Item::name).toList();
    return nearest(label).filter(measure -> !taken.contains(measure));
  }

  /** The measure that comes nearest to a label. */
  public Optional<String> nearest(PrintedLabel label) {
    Optional<Measure> best = Optional.empty();
    double most = ALIKE;
    for (Measure measure : measures.list()) {
      List<String> known = new ArrayList<>(measure.synonyms());
      known.add(measure.zh());
      double score = likeness.best(label.group() + label.text(), known).score();
      score = Math.max(score, likeness.best(label.text(), known).score());
      boolean fits =
          label.unit().isEmpty() || measure.unit().scaleOf(label.unit().get()).isPresent();
      if (fits && score > most) {
        most = score;
        best = Optional.of(measure);
      }
    }
    return best.map(Measure::id);
  }

  /** Why, for a person. */
  Wording reason(Optional<String> candidate) {
    return candidate
        .flatMap(measures::find)
        .map(
            measure ->
                new Wording(
                    "指标字典中的“" + measure.zh() + "”（" + measure.id() + "）与此相近",
                    "measure " + measure.id() + " (" + measure.en() + ") comes near"))
        .orElse(new Wording("定义和指标字典中都没有", "neither in the definition nor in the dictionary"));
  }

  /** A practice type, or a measure where the rows are measures. */
  Optional<String> findRow(PrintedLabel label, TableLayout layout) {
    if (layout.rows().kind() == RowKey.Kind.MEASURE) {
      List<String> taken = layout.rows().items().stream().map(Item::name).toList();
      return nearest(label).filter(measure -> !taken.contains(measure));
    }
    List<String> taken = layout.rows().items().stream().map(Item::category).toList();
    return practiceType(label)
        .map(CodeItem::code)
        .filter(code -> !taken.contains(code) && !code.equals(Item.ALL));
  }

  private Optional<CodeItem> practiceType(PrintedLabel label) {
    return lists.find("practice_type").flatMap(list -> list.find(label.text()));
  }

  Wording rowReason(PrintedLabel label, TableLayout layout, Optional<String> candidate) {
    if (layout.rows().kind() == RowKey.Kind.MEASURE) {
      return reason(candidate);
    }
    return practiceType(label)
        .map(
            type ->
                candidate.isPresent()
                    ? new Wording("执业类型代码表中的“" + type.zh() + "”", "practice type " + type.code())
                    : new Wording(
                        "与已有的行“" + type.zh() + "”同义", "means the same as the row " + type.code()))
        .orElse(new Wording("执业类型代码表中没有", "no practice type of the code list"));
  }
}
