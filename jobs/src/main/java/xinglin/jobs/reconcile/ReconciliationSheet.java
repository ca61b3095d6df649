package xinglin.jobs.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.sheet.FilledFile;
import xinglin.jobs.sheet.SheetCells;
import xinglin.jobs.sheet.TextPage;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.Line;
import xinglin.schemas.sheet.FormMark;
import xinglin.warehouse.query.PublishedRow;
import xinglin.warehouse.query.PublishedRows;

/**
 * A workbook of all figures that documents print, each beside what is computed, with the cause of
 * every difference.
 */
public final class ReconciliationSheet {
  private static final String TITLE = "公布数核对";

  private ReconciliationSheet() {}

  /** Empty if no document prints anything. */
  public static Optional<Path> write(PublishedRows published, Path folder) throws IOException {
    List<PublishedRow> rows = published.list("reconcile/figures.sql");
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    BlankSheet sheet =
        TextPage.of(
            TITLE,
            List.of(
                Line.of(Line.Look.TITLE, TITLE),
                Line.of(Line.Look.LEFT, "公布数与由报表、台账计算的数逐项比对；相差为公布数减计算值")),
            List.of("单位", "指标", "期间", "公布数", "计算值", "相差", "比对", "原因", "出处"),
            List.of(12, 22, 24, 16, 16, 12, 12, 40, 22),
            rows.stream().map(ReconciliationSheet::line).toList());
    BlankForm form =
        new BlankForm(
            new FormMark("reconciliation", "1"), TITLE, "", true, List.of(sheet), List.of());
    return Optional.of(FilledFile.write(form, folder, "xlsx"));
  }

  private static List<String> line(PublishedRow row) {
    String unit = row.text("unit");
    String sent = row.text("verbatim");
    String sentUnit = row.text("unit_as_sent");
    String first = row.text("period_start");
    String last = row.text("period_end");
    return List.of(
        row.text("name"),
        row.text("label"),
        first.equals(last) ? last : first + " 至 " + last,
        sent.endsWith(sentUnit) ? sent : sent + " " + sentUnit,
        row.number("computed_value").map(value -> SheetCells.plain(value) + " " + unit).orElse("无"),
        row.number("difference").map(SheetCells::plain).orElse("—"),
        matches(row.text("matches")),
        row.text("explanation"),
        row.text("sheet") + "!" + row.text("cell"));
  }

  private static String matches(String code) {
    return switch (code) {
      case "exact" -> "一致";
      case "half_up" -> "四舍五入一致";
      case "truncated" -> "截尾一致";
      case "differs" -> "不一致";
      default -> "无法计算";
    };
  }
}
