package xinglin.schemas.drift.propose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.drift.Change;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Wording;

/** What a person has to decide, as the comment above the line in question. */
final class Questions {
  private final Language language;

  Questions(Language language) {
    this.language = language;
  }

  /** The comment; {@link xinglin.schemas.definition.Undecided} keeps its file from loading. */
  private String ask(String zh, String en) {
    return language == Language.ZH ? "# 请确认: " + zh : "# please confirm: " + en;
  }

  private String reason(Change change) {
    String confidence = String.valueOf(change.confidence());
    return language == Language.ZH
        ? change.reason().zh() + "，把握 " + confidence
        : change.reason().en() + ", confidence " + confidence;
  }

  private static String place(Change change) {
    return change.cell().isEmpty() ? "" : "（" + change.cell() + "）";
  }

  String renamed(Change change) {
    return ask(
        "“"
            + change.old()
            + "”改名为“"
            + change.now()
            + "”"
            + place(change)
            + "，仍是同一项吗？（"
            + reason(change)
            + "）是：删去本行；不是：改写下一行",
        "is “"
            + change.now()
            + "” ("
            + change.cell()
            + ") the old “"
            + change.old()
            + "”? ("
            + reason(change)
            + ") If so delete this line, else change the next");
  }

  String unit(Change change) {
    return ask(
        "“"
            + change.old()
            + "”改为“"
            + change.now()
            + "”"
            + place(change)
            + "："
            + reason(change)
            + "。对：删去本行",
        "“"
            + change.old()
            + "” became “"
            + change.now()
            + "” ("
            + change.cell()
            + "): "
            + reason(change)
            + ". If so delete this line");
  }

  String countingUnit(Change change, String old) {
    return ask(
        "“"
            + change.now()
            + "”"
            + place(change)
            + "："
            + change.reason().zh()
            + "。把 ? 换成数这个单位的指标；若其实仍是原指标，写 "
            + old,
        "“"
            + change.now()
            + "” ("
            + change.cell()
            + "): "
            + change.reason().en()
            + ". Write the measure in this unit for the ?, or "
            + old
            + " if it is the old one after all");
  }

  String fresh(Change change, String label, String cell, Optional<String> candidate) {
    return candidate
        .map(
            measure ->
                ask(
                    "新栏目“"
                        + label
                        + "”（"
                        + cell
                        + "）是指标 "
                        + measure
                        + " 吗？（"
                        + change.reason().zh()
                        + "）是：删去本行；不是：换一个指标",
                    "is the new “"
                        + label
                        + "” ("
                        + cell
                        + ") "
                        + measure
                        + "? ("
                        + change.reason().en()
                        + ") If so delete this line, else name another"))
        .orElseGet(
            () ->
                ask(
                    "新栏目“"
                        + label
                        + "”（"
                        + cell
                        + "）：把 ? 换成已有指标，或换成新指标（见所附的 measures 文件）；只认而不存，写 ignored: 名称",
                    "new “"
                        + label
                        + "” ("
                        + cell
                        + "): write a known measure for the ?, or a new one (see the measures file); to read past it write ignored: name"));
  }

  String extra(String label, String cell) {
    return ask(
        "新栏目“" + label + "”（" + cell + "）在数据表里没有对应的列，暂且只认而不存。对：删去本行；有对应的列：改为 column: 列名",
        "new “"
            + label
            + "” ("
            + cell
            + ") has no column in its table and is read past. If so delete this line, else write column: name");
  }

  String replaced(Change change) {
    String old = change.items().isEmpty() ? "" : change.items().get(0).name();
    return ask(
        "“"
            + change.old()
            + "”的位置现在是“"
            + change.now()
            + "”"
            + place(change)
            + "。若是改名：把 ? 写成 "
            + old
            + "，并把原标签加到 labels 末尾；若是另一项：写它的指标",
        "“"
            + change.now()
            + "” ("
            + change.cell()
            + ") stands where “"
            + change.old()
            + "” stood. If renamed write "
            + old
            + " for the ? and add the old label, else name the measure");
  }

  String replacedColumn(Change change) {
    String old = change.items().isEmpty() ? "" : change.items().get(0).name();
    return ask(
        "“"
            + change.old()
            + "”的位置现在是“"
            + change.now()
            + "”"
            + place(change)
            + "，暂且只认而不存。若是改名：改为 column: "
            + old
            + "，并把原标签加到 labels 末尾",
        "“"
            + change.now()
            + "” ("
            + change.cell()
            + ") stands where “"
            + change.old()
            + "” stood and is read past. If renamed write column: "
            + old
            + " and add the old label");
  }

  String split(Change change, String label) {
    return ask(
        "“"
            + change.old()
            + "”拆成了“"
            + change.now()
            + "”：把 ? 换成“"
            + label
            + "”的指标（见所附的 measures 文件）",
        "“"
            + change.old()
            + "” was split into “"
            + change.now()
            + "”: write the measure of “"
            + label
            + "” for the ? (see the measures file)");
  }

  String merged(Change change) {
    return ask(
        "“" + change.old() + "”并成了“" + change.now() + "”" + place(change) + "：把 ? 换成合并后的指标",
        "“"
            + change.old()
            + "” became one “"
            + change.now()
            + "” ("
            + change.cell()
            + "): write its measure for the ?");
  }

  String gone(Change change) {
    return ask(
        "表中没有“" + change.old() + "”了，以下是原来的写法。对：连同本行删去；其实还在：恢复它",
        "“"
            + change.old()
            + "” is no longer there; it was declared as below. If so delete it with this line, else restore it");
  }

  String check(List<String> names) {
    String all = names.stream().collect(Collectors.joining("、"));
    return ask(
        "以下校验用到没有了的 " + all + "。不再需要：连同本行删去",
        "the check below names "
            + all
            + ", which is gone. Delete it with this line if it is no longer needed");
  }

  String group(Change change) {
    return change.now().isEmpty()
        ? ask(
            "上级表头“" + change.old() + "”没有了。对：删去本行",
            "the group header “" + change.old() + "” is gone. If so delete this line")
        : ask(
            "上级表头“" + change.old() + "”改为“" + change.now() + "”。对：删去本行",
            "the group header “"
                + change.old()
                + "” became “"
                + change.now()
                + "”. If so delete this line");
  }

  String newGroup(Change change) {
    return ask(
        "新增上级表头“"
            + change.now()
            + "”，覆盖 "
            + change.labels().size()
            + " 栏。对：删去本行；没有它也要认：再删去这几栏的 under",
        "new group header “"
            + change.now()
            + "” above "
            + change.labels().size()
            + " columns. If so delete this line; to do without it delete under as well");
  }

  String row(Change change) {
    return change.measure().isPresent()
        ? ask(
            "新增行“" + change.now() + "”" + place(change) + "：" + change.reason().zh() + "。对：删去本行",
            "new row “"
                + change.now()
                + "” ("
                + change.cell()
                + "): "
                + change.reason().en()
                + ". If so delete this line")
        : ask(
            "新增行“"
                + change.now()
                + "”"
                + place(change)
                + "："
                + change.reason().zh()
                + "。把 ? 换成已有代码；新代码要先加到 codelists/practice-type.yaml",
            "new row “"
                + change.now()
                + "” ("
                + change.cell()
                + "): "
                + change.reason().en()
                + ". Write a known code for the ?; a new one has to be added to codelists/practice-type.yaml first");
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

  String column(xinglin.schemas.drift.printed.PrintedLabel label, Optional<String> candidate) {
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

  String skeleton(String what) {
    return ask(what + "：请填写", what + ": fill in");
  }

  String in(Wording wording) {
    return wording.in(language);
  }

  boolean chinese() {
    return language == Language.ZH;
  }
}
