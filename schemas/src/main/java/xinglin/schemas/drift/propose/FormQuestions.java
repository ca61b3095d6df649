package xinglin.schemas.drift.propose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.drift.Change;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.finding.Language;

/** What a person has to decide about a form as a whole and the lists it needs. */
class FormQuestions {
  private final Language language;

  FormQuestions(Language language) {
    this.language = language;
  }

  /** The comment that keeps its file from loading until it is deleted. */
  final String ask(String zh, String en) {
    return language == Language.ZH ? "# 请确认: " + zh : "# please confirm: " + en;
  }

  static String place(Change change) {
    return change.cell().isEmpty() ? "" : "（" + change.cell() + "）";
  }

  final Language language() {
    return language;
  }

  String check(List<String> names) {
    String all = names.stream().collect(Collectors.joining("、"));
    return ask(
        "以下校验用到没有了的 " + all + "。不再需要：连同本行删去",
        "the check below names "
            + all
            + ", which is gone. Delete it with this line if it is no longer needed");
  }

  String printedGroup(String name) {
    return ask(
        "印空表时的这个上级表头用到没有了的 " + name + "。改成现在的头一栏和末一栏，或连同本行删去",
        "this group header of the blank form names "
            + name
            + ", which is gone. Name the columns it stands over now, or delete it with this line");
  }

  String sentence(Change change) {
    return ask(
        "这一句现在是“" + change.now() + "”" + place(change) + "：照新的文字改写下一行，空白处仍写 {名称}",
        "the sentence now reads “"
            + change.now()
            + "” ("
            + change.cell()
            + "): write it in the next line, with {name} for its blanks");
  }

  String around(Change change) {
    String kind = change.kind().wording().in(language);
    if (change.old().isEmpty()) {
      return ask(
          kind + "：新增“" + change.now() + "”" + place(change) + "。对：删去本行",
          kind + ": new “" + change.now() + "” (" + change.cell() + "). If so delete this line");
    }
    return ask(
        kind + "：“" + change.old() + "”→“" + change.now() + "”" + place(change) + "。对：删去本行",
        kind
            + ": “"
            + change.old()
            + "” → “"
            + change.now()
            + "” ("
            + change.cell()
            + "). If so delete this line");
  }

  String edition(boolean fromTitle) {
    return fromTitle
        ? ask("版本号取自标题中的年份。对：删去本行", "the edition is the year in the title. If so delete this line")
        : ask(
            "标题里没有新的年份：写版本号，通常是年份",
            "the title has no new year: write the edition, as a rule the year");
  }

  String source() {
    return ask(
        "写新一年的文件和附件号；并核对下面由哪个专项行动收（campaigns）和报告期（period）",
        "name the new document and attachment; look at campaigns and period below as well");
  }

  String transposed() {
    return ask("行列互换了（表头在左侧）。对：删去本行", "rows and columns are exchanged. If so delete this line");
  }

  String measure(String label, String cell) {
    return ask(
        "新指标“" + label + "”（" + cell + "）：定 id（小写英文和下划线）、英文名、单位；不是新指标就删去这一条",
        "new measure “"
            + label
            + "” ("
            + cell
            + "): choose id, English name and unit; delete it if it is none");
  }

  String code(String label, String cell) {
    return ask(
        "新的执业类型“" + label + "”（" + cell + "）：定代码和英文名；不是新类型就删去这一条",
        "new practice type “"
            + label
            + "” ("
            + cell
            + "): choose code and English name; delete it if it is none");
  }

  String skeleton(String what) {
    return ask(what + "：请填写", what + ": fill in");
  }

  String column(PrintedLabel label, Optional<String> candidate) {
    String cell = label.address();
    return candidate
        .map(
            measure ->
                ask(
                    "“" + label.text() + "”（" + cell + "）与指标 " + measure + " 相近。是：删去本行；不是：换一个",
                    "“"
                        + label.text()
                        + "” ("
                        + cell
                        + ") comes near "
                        + measure
                        + ". If so delete this line, else name another"))
        .orElseGet(
            () ->
                ask(
                    "“" + label.text() + "”（" + cell + "）：把 ? 换成指标；只认而不存，写 ignored: 名称",
                    "“"
                        + label.text()
                        + "” ("
                        + cell
                        + "): write a measure for the ?; to read past it write ignored: name"));
  }

  boolean chinese() {
    return language == Language.ZH;
  }
}
