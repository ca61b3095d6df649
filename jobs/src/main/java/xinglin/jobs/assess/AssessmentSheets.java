package xinglin.jobs.assess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.jobs.sheet.FilledFile;
import xinglin.jobs.sheet.SheetCells;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.Line;
import xinglin.schemas.sheet.FormMark;
import xinglin.warehouse.query.PublishedRows;

/**
 * The sheets of an assessment as published: one of the ranks, one for each town.
 *
 * @param ranks best first
 */
public record AssessmentSheets(
    String assessment,
    List<TownRank> ranks,
    Map<String, List<AssessedItem>> items,
    Map<String, List<Evidence>> evidence) {

  public AssessmentSheets {
    ranks = List.copyOf(ranks);
    items = Map.copyOf(items);
    evidence = Map.copyOf(evidence);
  }

  public static AssessmentSheets of(String assessment, PublishedRows published) {
    return new AssessmentSheets(
        assessment,
        published.list("assessment_sheet/ranking.sql", assessment).stream()
            .map(TownRank::of)
            .toList(),
        published.list("assessment_sheet/items.sql", assessment).stream()
            .map(AssessedItem::of)
            .collect(Collectors.groupingBy(AssessedItem::division)),
        published.list("assessment_sheet/evidence.sql", assessment).stream()
            .map(Evidence::of)
            .collect(Collectors.groupingBy(Evidence::division)));
  }

  /** Whether nobody is assessed by it. */
  public boolean isEmpty() {
    return ranks.isEmpty();
  }

  /**
   * Writes the ranks and the sheets of all, or the sheet of one.
   *
   * @param only code of a town
   * @param format xlsx or docx
   */
  public List<Path> write(Optional<String> only, Path folder, String format) throws IOException {
    List<Path> files = new ArrayList<>();
    if (only.isEmpty()) {
      files.add(FilledFile.write(ranking(), folder, format));
    }
    for (TownRank town : ranks) {
      if (only.isEmpty() || only.get().equals(town.division())) {
        TownSheet sheet =
            new TownSheet(
                town,
                items.getOrDefault(town.division(), List.of()),
                evidence.getOrDefault(town.division(), List.of()));
        files.add(FilledFile.write(sheet.form(assessment), folder, format));
      }
    }
    return files;
  }

  private BlankForm ranking() {
    AssessedItem any = items.values().iterator().next().get(0);
    SheetCells cells =
        new SheetCells(
            List.of("名次", "乡镇（街道）", "扣分", "已判定", "待核", "不适用", "得分"),
            List.of(8, 22, 9, 9, 9, 9, 14));
    for (TownRank town : ranks) {
      cells.number(0, "名次", Integer.toString(town.rank()), false);
      cells.label(1, 1, town.name());
      cells.number(2, "扣分", SheetCells.plain(town.deduction()), town.open() > 0);
      cells.number(3, "已判定", Integer.toString(town.decided()), false);
      cells.number(4, "待核", Integer.toString(town.open()), false);
      cells.number(5, "不适用", Integer.toString(town.notApplicable()), false);
      cells.number(6, "得分", town.score().map(SheetCells::plain).orElse(""), false);
      cells.next();
    }
    String base = ranks.get(0).base().isEmpty() ? "文件未规定基础分，不计得分。" : "得分按本单位设定的基础分计算，属假定。";
    String title = any.title().replaceFirst("细则$", "") + "名次";
    BlankSheet sheet =
        new BlankSheet(
            "名次",
            List.of(
                Line.of(Line.Look.TITLE, title),
                Line.of(Line.Look.REPORTER, "考核期：" + any.from() + " 至 " + any.to())),
            cells.table(),
            List.of(Line.of(Line.Look.NOTE, "注：扣分少的在前；底色为黄的尚有待核项，待核项未扣分，名次随核实变动。" + base)));
    return new BlankForm(
        new FormMark("town_ranking", assessment), title, "", false, List.of(sheet), List.of());
  }
}
