package xinglin.app.command.rollup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.jobs.assess.AssessmentSheets;
import xinglin.jobs.assess.TownRank;

/** What an assessment tells whoever asked for its sheets. */
final class AssessmentReport {
  private AssessmentReport() {}

  static Map<String, Object> json(AssessmentSheets sheets, List<Path> files) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("assessment", sheets.assessment());
    json.put("towns", sheets.ranks().stream().map(AssessmentReport::json).toList());
    json.put("files", files.stream().map(Path::toString).toList());
    return json;
  }

  private static Map<String, Object> json(TownRank town) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("division_code", town.division());
    json.put("name", town.name());
    json.put("rank", town.rank());
    json.put("deduction", town.deduction());
    json.put("decided_items", town.decided());
    json.put("open_items", town.open());
    json.put("not_applicable_items", town.notApplicable());
    json.put("score", town.score().orElse(null));
    return json;
  }
}
