package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.drift.printed.PrintedTable;
import xinglin.schemas.finding.Wording;

/** Labels above several columns, or beside several entries of a list. */
final class GroupComparison {
  private final Matching columns;
  private final KnownPrint known;
  private final PrintedTable printed;
  private final LabelLikeness likeness;
  private final Regrouping.Report report;

  GroupComparison(
      Matching columns,
      KnownPrint known,
      PrintedTable printed,
      LabelLikeness likeness,
      Regrouping.Report report) {
    this.columns = columns;
    this.known = known;
    this.printed = printed;
    this.likeness = likeness;
    this.report = report;
  }

  /** One change a group, however many labels stand under it. */
  /**
   * @param explained changes found so far
   */
  void find(List<Change> explained) {
    List<String> said = new ArrayList<>();
    for (Matching.Pair pair : columns.pairs()) {
      if (Matching.inGroup(pair.item(), pair.label())) {
        continue;
      }
      String old = pair.item().under().orElse("");
      String now = pair.label().group();
      if (said.contains(old + "\n" + now)) {
        continue;
      }
      said.add(old + "\n" + now);
      List<Matching.Pair> same =
          columns.pairs().stream()
              .filter(
                  other ->
                      other.item().under().orElse("").equals(old)
                          && other.label().group().equals(now)
                          && !Matching.inGroup(other.item(), other.label()))
              .toList();
      report.add(
          ChangeKind.GROUP,
          same.stream().map(Matching.Pair::item).toList(),
          same.stream().map(Matching.Pair::label).toList(),
          old,
          now,
          pair.confidence(),
          now.isEmpty()
              ? new Wording("上方不再有“" + old + "”", "“" + old + "” no longer stands above")
              : likeness.compare(now, old).reason());
    }
    newGroups(said, explained);
  }

  /** Without an example nobody knows which groups the known edition prints. */
  private void newGroups(List<String> said, List<Change> explained) {
    if (!known.example()) {
      return;
    }
    List<String> seen = new ArrayList<>();
    for (PrintedLabel label : printed.labels()) {
      String group = label.group();
      boolean isExplained =
          group.isEmpty()
              || known.prints(group)
              || seen.contains(group)
              || said.stream().anyMatch(text -> text.endsWith("\n" + group))
              || explained.stream()
                  .anyMatch(
                      change -> change.kind() == ChangeKind.SPLIT && change.now().contains(group));
      List<PrintedLabel> under =
          printed.labels().stream().filter(other -> other.group().equals(group)).toList();
      boolean allNew = under.stream().allMatch(columns.fresh()::contains);
      if (isExplained || (allNew && !under.isEmpty() && under.size() == 1)) {
        continue;
      }
      seen.add(group);
      report.add(
          ChangeKind.GROUP_NEW,
          List.of(),
          under,
          "",
          group,
          1,
          new Wording("覆盖 " + under.size() + " 栏", "above " + under.size() + " labels"));
    }
  }
}
