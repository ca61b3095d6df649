package xinglin.jobs.publish;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.DivisionChange;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.rule.Rule;
import xinglin.schemas.rule.RuleVersion;
import xinglin.warehouse.publish.AssessmentRows;
import xinglin.warehouse.publish.Dimension;
import xinglin.warehouse.publish.ExpectedReports;

/** The published tables whose rows are our definitions. */
final class Dimensions {
  private Dimensions() {}

  static List<Dimension> of(Definitions definitions) {
    return List.of(
        new Dimension(
            "division",
            definitions.divisions().list().stream()
                .map(division -> division(definitions.divisions(), division))
                .toList()),
        new Dimension(
            "division_change",
            definitions.divisions().changes().stream().map(Dimensions::change).toList()),
        new Dimension(
            "measure", definitions.measures().list().stream().map(Dimensions::measure).toList()),
        new Dimension(
            "campaign", definitions.campaigns().list().stream().map(Dimensions::campaign).toList()),
        new Dimension("form", definitions.forms().list().stream().map(Dimensions::form).toList()),
        ExpectedReports.of(
            definitions.campaigns(), definitions.divisions(), definitions.calendar()),
        AssessmentRows.of(definitions.assessments(), definitions.campaigns()),
        new Dimension(
            "rule_value",
            definitions.rules().list().stream().flatMap(Dimensions::ruleValues).toList()),
        new Dimension(
            "check_rule", definitions.checks().list().stream().map(Dimensions::check).toList()));
  }

  private static Map<String, String> division(Divisions divisions, Division division) {
    Map<String, String> row = new HashMap<>();
    row.put("division_code", division.code());
    row.put("name", division.name());
    row.put("level", division.level().code());
    put(row, "parent_code", division.parentCode());
    row.put("is_pseudo", String.valueOf(division.pseudo()));
    put(row, "valid_from", divisions.firstDay(division));
    put(row, "valid_to", divisions.lastDay(division));
    return row;
  }

  private static Map<String, String> change(DivisionChange change) {
    return Map.of(
        "from_code", change.from(),
        "to_code", change.to(),
        "changed_on", change.on().toString(),
        "is_day_known", String.valueOf(change.isDayKnown()),
        "kind", change.kind().code(),
        "source", change.source());
  }

  private static Map<String, String> measure(Measure measure) {
    return Map.of(
        "measure_id", measure.id(),
        "label", measure.zh(),
        "label_en", measure.en(),
        "unit", measure.unit().name(),
        "kind", measure.kind().code());
  }

  private static Map<String, String> campaign(Campaign campaign) {
    return Map.of(
        "campaign_id", campaign.id(),
        "title", campaign.zh(),
        "title_en", campaign.en(),
        "document", campaign.source(),
        "division_code", campaign.scope(),
        "valid_from", campaign.window().start().toString(),
        "valid_to", campaign.window().end().toString());
  }

  private static Map<String, String> form(FormDefinition form) {
    return Map.of(
        "form_id", form.formId(),
        "edition", form.edition(),
        "title", form.zh(),
        "title_en", form.en(),
        "source", form.source(),
        "accumulation", form.accumulation().code());
  }

  private static Stream<Map<String, String>> ruleValues(Rule rule) {
    return rule.versions().stream()
        .flatMap(
            version ->
                version.values().entrySet().stream()
                    .map(value -> ruleValue(rule.id(), version, value)));
  }

  private static Map<String, String> ruleValue(
      String id, RuleVersion version, Map.Entry<String, BigDecimal> value) {
    Map<String, String> row = new HashMap<>();
    row.put("rule_id", id);
    row.put("valid_from", version.validFrom().toString());
    put(row, "valid_to", version.validTo());
    row.put("name", value.getKey());
    row.put("value", value.getValue().toPlainString());
    row.put("law", version.law().zh());
    row.put("law_en", version.law().en());
    row.put("source", version.source());
    return row;
  }

  private static Map<String, String> check(CheckDeclaration check) {
    return Map.of(
        "code", check.code(),
        "severity", check.severity().code(),
        "title", check.title().zh(),
        "title_en", check.title().en(),
        "what_to_do", check.action().zh(),
        "what_to_do_en", check.action().en());
  }

  private static void put(Map<String, String> row, String column, Optional<?> value) {
    value.ifPresent(known -> row.put(column, known.toString()));
  }
}
