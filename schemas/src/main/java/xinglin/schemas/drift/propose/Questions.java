package xinglin.schemas.drift.propose;

import java.util.Optional;
import xinglin.schemas.drift.Change;
import xinglin.schemas.finding.Language;

/**
 * What a person has to decide about columns and rows, as the comment above the line in question.
 */
final class Questions extends FormQuestions {
  Questions(Language language) {
    super(language);
  }

  private String reason(Change change) {
    String confidence = String.valueOf(change.confidence());
    return language() == Language.ZH
        ? change.reason().zh() + "，把握 " + confidence
        : change.reason().en() + ", confidence " + confidence;
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
    String old = oldName(change);
    return inItsPlace(
        change,
        "。若是改名：把 ? 写成 " + old + "，并把原标签加到 labels 末尾；若是另一项：写它的指标",
        ". If renamed write " + old + " for the ? and add the old label, else name the measure");
  }

  String replacedColumn(Change change) {
    String old = oldName(change);
    return inItsPlace(
        change,
        "，暂且只认而不存。若是改名：改为 column: " + old + "，并把原标签加到 labels 末尾",
        " and is read past. If renamed write column: " + old + " and add the old label");
  }

  private String inItsPlace(Change change, String then, String thenEnglish) {
    return ask(
        "“" + change.old() + "”的位置现在是“" + change.now() + "”" + place(change) + then,
        "“"
            + change.now()
            + "” ("
            + change.cell()
            + ") stands where “"
            + change.old()
            + "” stood"
            + thenEnglish);
  }

  private static String oldName(Change change) {
    return change.items().isEmpty() ? "" : change.items().get(0).name();
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
}
