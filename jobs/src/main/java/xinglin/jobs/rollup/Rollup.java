package xinglin.jobs.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankForms;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.Line;
import xinglin.schemas.blank.Slot;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.PeriodRule;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.value.Period;
import xinglin.warehouse.query.PublishedRows;

/**
 * A form of a higher level filled in from the accepted reports of the levels below it, in its
 * official layout, with pages on who reported and what is not known. All sums come from the
 * published file.
 *
 * @param form ready to be written
 * @param doubtful figures behind the sums that are approximate, blank or unreadable
 * @param differences where the division's own report differs from the sums
 * @param scopes what the campaign is about, where that is less than the division
 */
public record Rollup(
    BlankForm form,
    List<Reporter> reporters,
    int doubtful,
    List<Difference> differences,
    List<String> scopes) {

  public Rollup {
    reporters = List.copyOf(reporters);
    differences = List.copyOf(differences);
    scopes = List.copyOf(scopes);
  }

  /** Whether nobody sent anything that could be added up. */
  public boolean isEmpty() {
    return reporters.stream().noneMatch(Reporter::isCounted);
  }

  public static Rollup of(RollupAsked asked, PublishedRows published, Definitions definitions) {
    return of(asked, Behind.of(asked, published), definitions);
  }

  static Rollup of(RollupAsked asked, Behind behind, Definitions definitions) {
    List<Difference> differences = differences(asked, behind.sums());
    BlankForm blank = BlankForms.above(asked.form(), definitions.vocabulary(), asked.division());
    List<BlankSheet> sheets = new ArrayList<>();
    for (BlankSheet sheet : blank.sheets()) {
      boolean first = sheets.isEmpty();
      sheets.add(
          new BlankSheet(
              sheet.name(),
              first ? above(asked, definitions, sheet) : sheet.above(),
              new RolledSheet(sheet.table(), slot -> find(asked, behind.sums(), slot)).filled(),
              first ? below(asked, behind, definitions, sheet) : sheet.below()));
    }
    sheets.addAll(new RollupPages(asked, definitions.vocabulary()).of(behind, differences));
    return new Rollup(
        blank.with(sheets),
        behind.reporters(),
        behind.doubts().size(),
        differences,
        asked.scopesBelow(definitions));
  }

  private static Optional<Sum> find(RollupAsked asked, Map<Sum.Key, Sum> sums, Slot slot) {
    return slot.subject()
        .measure()
        .flatMap(
            measure ->
                Optional.ofNullable(
                    sums.get(
                        new Sum.Key(
                            slot.subject().role().map(Figure.Role::code).orElse("observation"),
                            measure,
                            slot.subject().category().orElse(Item.ALL),
                            slot.subject().division().orElse(asked.division().code()),
                            slot.subject()
                                .span()
                                .flatMap(span -> span.of(asked.period()))
                                .filter(period -> !period.equals(asked.period()))
                                .map(Period::start)))));
  }

  /** Where the form would be read with another period than was asked for, it says which. */
  private static List<Line> above(RollupAsked asked, Definitions definitions, BlankSheet sheet) {
    PeriodRule rule = asked.form().period();
    Optional<Period> read =
        switch (rule.kind()) {
          case FIXED -> rule.fixed();
          case CAMPAIGN ->
              asked.form().campaigns().size() == 1
                  ? Optional.of(
                      definitions.campaigns().get(asked.form().campaigns().get(0)).formsCover())
                  : Optional.empty();
          default -> Optional.empty();
        };
    List<Line> lines = new ArrayList<>(sheet.above());
    if (!read.equals(Optional.of(asked.period()))) {
      lines.add(
          Line.of(
              Line.Look.LEFT,
              "统计时段："
                  + RollupPages.day(asked.period().start())
                  + "至"
                  + RollupPages.day(asked.period().end())));
    }
    return lines;
  }

  private static List<Line> below(
      RollupAsked asked, Behind behind, Definitions definitions, BlankSheet sheet) {
    List<Reporter> reporters = behind.reporters();
    long expected = reporters.stream().filter(Reporter::expected).count();
    List<String> missing =
        reporters.stream().filter(Reporter::isMissing).map(Reporter::name).toList();
    StringBuilder note = new StringBuilder("注：本表由下级报表汇总，应报");
    note.append(expected).append("个，缺报").append(missing.size()).append("个");
    note.append(missing.isEmpty() ? "" : "：" + String.join("、", missing)).append("。");
    List<String> scopes = asked.scopesBelow(definitions);
    if (!scopes.isEmpty()) {
      note.append("专项行动只涉及").append(String.join("、", scopes)).append("，其他地区没有要求报送。");
    }
    List<String> waived =
        reporters.stream().filter(Reporter::isWaived).map(Reporter::name).toList();
    if (!waived.isEmpty()) {
      note.append("经豁免计入：").append(String.join("、", waived)).append("，见后页。");
    }
    if (!behind.doubts().isEmpty()) {
      note.append("底色为黄的数含约数或空白，见后页。");
    }
    if (asked.form().tables().stream().anyMatch(table -> !table.blocks().isEmpty())) {
      note.append("具体信息涉及个人信息，见各单位原表。");
    }
    List<Line> lines = new ArrayList<>(List.of(Line.of(Line.Look.NOTE, note.toString())));
    lines.addAll(sheet.below());
    return lines;
  }

  private static List<Difference> differences(RollupAsked asked, Map<Sum.Key, Sum> sums) {
    List<Difference> differences = new ArrayList<>();
    sums.values().stream()
        .filter(sum -> sum.key().role().equals("observation") && sum.hasOwn())
        .filter(sum -> sum.key().division().equals(asked.division().code()))
        .filter(sum -> sum.value().isPresent() || sum.own().isPresent())
        .map(
            sum ->
                new Difference(sum.key().measure(), sum.key().category(), sum.value(), sum.own()))
        .filter(one -> one.difference().map(by -> by.signum() != 0).orElse(true))
        .sorted(
            java.util.Comparator.comparing(Difference::measure).thenComparing(Difference::category))
        .forEach(differences::add);
    return differences;
  }
}
