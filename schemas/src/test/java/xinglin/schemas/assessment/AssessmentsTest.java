package xinglin.schemas.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.engine.Definitions;

/** Assessments as data. */
class AssessmentsTest {
  @TempDir Path home;

  @Test
  void theDocumentPrintsNoBaseAndThirteenDeductions() {
    Assessment xianju =
        Definitions.load(Optional.empty()).assessments().find("xianju-2020").orElseThrow();
    assertEquals(Optional.empty(), xianju.base());
    assertEquals(
        List.of(1, 1, 2, 2, 1, 2, 1, 2, 1, 3, 1, 5, 3),
        xianju.items().stream().map(AssessmentItem::points).toList());
  }

  @Test
  void mistakesHaveFileAndLine() throws IOException {
    Files.createDirectories(home.resolve("assessments"));
    Files.writeString(
        home.resolve("assessments/towns.yaml"),
        """
        assessment: towns
        zh: 考核
        en: Assessment
        source: 甲
        campaign: xianju-2020
        form: xianju-assessment-evidence
        level: town
        period: 2020-01-01..2020-11-30
        sections:
          - section: 一
            items:
              - {item: a, number: 1, text: 甲, points: 0, measure: assess_1_1, decided_by: [reported], open: 乙}
              - {item: a, number: 2, text: 甲, points: 1, measure: assess_9, decided_by: [reported], open: 乙}
        """);
    List<String> problems = List.of();
    try {
      Definitions.load(Optional.of(home));
    } catch (DefinitionException wrong) {
      problems = wrong.problems().stream().map(Object::toString).toList();
    }
    assertEquals(
        List.of(
            "config/assessments/towns.yaml:12: \"points\" must be more than 0",
            "config/assessments/towns.yaml:13: item \"a\" stands twice"),
        problems.stream().limit(2).toList());
    assertEquals(3, problems.size(), problems.toString());
  }
}
