package xinglin.warehouse.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import xinglin.schemas.assessment.Assessment;
import xinglin.schemas.assessment.AssessmentItem;
import xinglin.schemas.assessment.Assessments;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.warehouse.sql.Layer;

/** Definitions of assessments as rows of {@code assessment_rule}. */
public final class AssessmentRows {
  private AssessmentRows() {}

  /** One row for each deduction. */
  public static Dimension of(Assessments assessments, Campaigns campaigns) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Assessment assessment : assessments.list()) {
      String scope = campaigns.get(assessment.campaign()).scope();
      int ordinal = 1;
      for (AssessmentItem item : assessment.items()) {
        rows.add(row(assessment, scope, item, ordinal++));
      }
    }
    return new Dimension("assessment_rule", rows);
  }

  private static Map<String, String> row(
      Assessment assessment, String scope, AssessmentItem item, int ordinal) {
    Map<String, String> row = new HashMap<>();
    row.put("assessment_id", assessment.id());
    row.put("item_id", item.id());
    row.put("ordinal", Integer.toString(ordinal));
    row.put("campaign_id", assessment.campaign());
    row.put("form_id", assessment.form());
    row.put("period_start", assessment.period().start().toString());
    row.put("period_end", assessment.period().end().toString());
    row.put("scope", scope);
    row.put("level", assessment.level().code());
    row.put("title", assessment.zh());
    row.put("title_en", assessment.en());
    row.put("section", item.section());
    row.put("number", item.number());
    row.put("text", item.text());
    row.put("points", Integer.toString(item.points()));
    row.put("counted", item.counted().name().toLowerCase(Locale.ROOT));
    item.cap().ifPresent(cap -> row.put("cap", cap.toString()));
    row.put("measure_id", item.measure());
    row.put("decided_by", String.join(",", item.decidedBy()));
    row.put("open_question", item.open());
    assessment.base().ifPresent(base -> row.put("base", base.toString()));
    row.put("source", assessment.source());
    return row;
  }

  /** Reports statements that an item asks and nobody wrote, at the line of the item. */
  static void checkStatements(DefinitionFiles files, Set<String> written, Problems problems) {
    for (Assessment assessment : Assessments.load(files, new Problems()).list()) {
      for (AssessmentItem item : assessment.items()) {
        item.decidedBy().stream()
            .filter(name -> !written.contains(Layer.ASSESSMENTS.qualified(name)))
            .forEach(
                name ->
                    problems.add(
                        files.path(assessment.file()).shown(),
                        item.line(),
                        Mistake.of("a statement is missing: assessments/{0}.sql", name)));
      }
    }
  }
}
