package xinglin.jobs.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import xinglin.jobs.sheet.SheetCells;
import xinglin.jobs.sheet.TextPage;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.Line;
import xinglin.schemas.sheet.FormMark;

/**
 * The assessment of one town: each item with its standard in the words of the document, what is
 * deducted, and on what that rests; behind it every row of evidence with its cell.
 */
final class TownSheet {
  private static final int SHOWN = 3;
  private final TownRank town;
  private final List<AssessedItem> items;
  private final List<Evidence> evidence;

  TownSheet(TownRank town, List<AssessedItem> items, List<Evidence> evidence) {
    this.town = town;
    this.items = items;
    this.evidence = evidence;
  }

  BlankForm form(String assessment) {
    List<BlankSheet> sheets = new ArrayList<>(List.of(front()));
    if (!evidence.isEmpty()) {
      sheets.add(behind());
    }
    String title = items.get(0).title();
    return new BlankForm(
        new FormMark("town_assessment", assessment), title, town.name(), false, sheets, List.of());
  }

  private BlankSheet front() {
    AssessedItem first = items.get(0);
    SheetCells cells = new SheetCells(List.of("项目", "考核标准", "扣分", "依据"), List.of(9, 44, 7, 40));
    String section = "";
    for (int index = 0; index < items.size(); ) {
      if (!items.get(index).section().equals(section)) {
        section = items.get(index).section();
        cells.heading(section);
        cells.next();
      }
      int from = cells.row();
      String number = items.get(index).number();
      for (; index < items.size() && items.get(index).number().equals(number); index++) {
        AssessedItem item = items.get(index);
        cells.text(1, item.text());
        cells.number(
            2, item.number(), item.deduction().map(SheetCells::plain).orElse(""), item.isOpen());
        cells.text(3, reason(item));
        cells.next();
      }
      cells.labelBeside(0, from, number);
    }
    cells.label(0, 2, "合计");
    cells.sum(2, "合计", town.deduction());
    cells.text(3, town.score().map(this::score).orElse(""));
    cells.next();
    List<Line> above =
        List.of(
            Line.of(Line.Look.ATTACHMENT, "附件3："),
            Line.of(Line.Look.TITLE, first.title()),
            Line.of(
                Line.Look.REPORTER, town.name() + "    考核期：" + first.from() + " 至 " + first.to()));
    List<Line> below =
        List.of(
            Line.of(Line.Look.NOTE, note()),
            Line.of(
                Line.Look.SIGNATURE,
                "考核人：                复核人：                考核日期：      年    月    日"));
    return new BlankSheet("考核表", above, cells.table(), below);
  }

  private String score(BigDecimal score) {
    return "得分 "
        + SheetCells.plain(score)
        + "（基础分 "
        + SheetCells.plain(town.base().orElseThrow())
        + " 为本单位设定，属假定）";
  }

  private String note() {
    StringBuilder note = new StringBuilder("注：");
    if (town.open() > 0) {
      note.append("底色为黄的 ").append(town.open()).append(" 项待核，尚未扣分；");
    }
    note.append(town.notApplicable() > 0 ? "不适用 " + town.notApplicable() + " 项；" : "");
    note.append("名次第 ").append(town.rank()).append("（扣分少的在前）。");
    note.append(town.base().isEmpty() ? "文件未规定基础分，不计得分。" : "");
    return note.toString();
  }

  /** What decided it, in a few lines; all of it stands behind. */
  private String reason(AssessedItem item) {
    String wanted =
        switch (item.state()) {
          case "not_applicable" -> "not_applicable";
          case "open" -> "silent";
          default ->
              item.deduction().filter(by -> by.signum() > 0).isPresent() ? "deducts" : "clears";
        };
    List<String> known =
        evidence.stream()
            .filter(one -> one.item().equals(item.item()) && one.role().equals(wanted))
            .map(one -> one.place().isEmpty() ? one.note() : one.note() + "（" + one.place() + "）")
            .toList();
    String shown = known.stream().limit(SHOWN).collect(Collectors.joining("；"));
    String more = known.size() > SHOWN ? shown + "等 " + known.size() + " 条" : shown;
    return switch (item.state()) {
      case "open" -> "待核：" + item.note() + (more.isEmpty() ? "" : "。" + more);
      case "not_applicable" -> "不适用：" + more;
      default -> more;
    };
  }

  private BlankSheet behind() {
    return TextPage.of(
        "依据",
        List.of(
            Line.of(Line.Look.TITLE, "考核依据"),
            Line.of(Line.Look.LEFT, town.name() + "（" + town.division() + "）")),
        List.of("项目", "作用", "内容", "位置", "填报编号"),
        List.of(9, 9, 40, 14, 28),
        evidence.stream().map(this::line).toList());
  }

  private List<String> line(Evidence one) {
    String number =
        items.stream()
            .filter(item -> item.item().equals(one.item()))
            .map(AssessedItem::number)
            .findFirst()
            .orElse("");
    return List.of(number, role(one.role()), one.note(), one.place(), one.origin());
  }

  private static String role(String role) {
    return switch (role) {
      case "deducts" -> "应扣";
      case "clears" -> "不扣";
      case "not_applicable" -> "不适用";
      default -> "参考";
    };
  }
}
